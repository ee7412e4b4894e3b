// SPDX-License-Identifier: MIT
//
// Headless Chromium on the built page under its real policy. Whatever a test does, the page must stay silent
// on the console, throw nothing and ask no other origin for anything.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before } from "node:test";
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from "playwright-core";

import { serve } from "../../../web/serve.mjs";
import { Contexts } from "./contexts.ts";

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let contexts: Contexts;

interface Start {
  /** More of the browser's options. */
  options?: () => Promise<string[]>;
  /** Another build of the page. */
  folder?: () => Promise<string>;
}

/** Starts the server and the browser for the tests of one file. The page is served below a path, as on many hosts. */
export function withBrowser({ options, folder }: Start = {}): void {
  before(async () => {
    server = await serve({ port: 0, base: "/some/path/", ...(folder && { folder: await folder() }) });
    browser = await chromium.launch({
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        ...((await options?.()) ?? []),
      ],
    });
    contexts = new Contexts(browser);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
}

/** For a test of more of the same: only ./dev test all runs it. */
export const inAll = process.env["MARGIN_TEST_ALL"] === undefined ? { skip: "only in ./dev test all" } : {};

export interface Visit extends BrowserContextOptions {
  /** Of another page than the one that is served. */
  address?: string;
  /** Behind the page's address, with "?". */
  search?: string;
  /** Behind that, with "#". */
  fragment?: string;
  /** Before the page is opened. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Console messages and errors that this test provokes. */
  expected?: RegExp;
  /** True where the test does to the browser what stays beyond the page: a clock of its own, a service worker. */
  own?: boolean;
  /** False where the calculator is not expected to appear. */
  loads?: boolean;
  /** Whether the page may connect to the price feeds. */
  feeds?: boolean;
}

/** What the browser's driver says of a page that it keeps from having a service worker. */
const kBlocked = /^Service Worker registration blocked/;

/** Opens the page, lets `look` work with it, and checks that it stayed silent. */
export async function visit(options: Visit, look: (page: Page) => Promise<unknown>): Promise<void> {
  const { address = server.address, search = "", fragment = "", prepare, expected, own = false, loads = true, feeds = false, ...context } = options;
  await silently({ context, own, expected, feeds, origins: [address] }, async (page) => {
    await prepare?.(page);
    await page.goto(address + search + fragment);
    if (loads) await page.locator("#results").waitFor();
    // The foot is drawn last: until it stands the page is being filled. Where parts are kept from it, it never does.
    if (loads) await page.locator("margin-calculator footer").waitFor({ timeout: 3000 }).catch(() => undefined);
    await look(page);
  });
}

/** Somebody else's page, of another origin than the calculator's. */
export interface Article extends BrowserContextOptions {
  /** Its markup, given the address at which the built files are. */
  html: (address: string) => string;
  /** Its own content security policy, given the same. */
  policy?: (address: string) => string;
  prepare?: (page: Page) => Promise<unknown>;
  expected?: RegExp;
}

/** The same with an article that shows the calculator. */
export async function read(options: Article, look: (page: Page) => Promise<unknown>): Promise<void> {
  const { html, policy, prepare, expected, ...context } = options;
  const address = server.address.replace(/\/$/, "");
  // Its icon is asked for where it names none.
  const body = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>An article</title>${html(address)}`;
  const headers = policy ? { "Content-Security-Policy": policy(new URL(address).origin) } : {};
  const host = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(body);
  });
  host.listen(0, "127.0.0.1");
  await once(host, "listening");
  const article = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
  try {
    await silently({ context, own: false, expected, feeds: false, origins: [server.address, article] }, async (page) => {
      await prepare?.(page);
      await page.goto(article);
      await look(page);
    });
  } finally {
    host.closeAllConnections();
    host.close();
  }
}

interface Watched {
  context: BrowserContextOptions;
  /** Whether what the test does may stay with the browser beyond the page. */
  own: boolean;
  expected: RegExp | undefined;
  feeds: boolean;
  /** Where everything it asks for must come from. */
  origins: readonly string[];
}

async function silently(watched: Watched, look: (page: Page) => Promise<unknown>): Promise<void> {
  const { context, own, expected, feeds, origins } = watched;
  const { page, leave } = await (own ? contexts.openAlone(context) : contexts.open(context, origins));
  try {
    const heard: string[] = [];
    const hear = (text: string) => {
      if (!expected?.test(text) && !kBlocked.test(text)) heard.push(text);
    };
    page.on("console", (message) => hear(message.text()));
    page.on("pageerror", (error) => hear(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      if (!/^(blob|data):/.test(url) && !origins.some((origin) => url.startsWith(origin))) heard.push(`request to ${url}`);
    });
    page.on("websocket", (socket) => {
      if (!feeds) heard.push(`connection to ${socket.url()}`);
    });
    await look(page);
    assert.deepEqual(heard, []);
  } finally {
    await leave();
  }
}

/** The sentence at the top. */
export const lead = (page: Page) => page.locator(".lead").filter({ visible: true });

export const figure = (page: Page, name: string) => page.locator(`#figure-${name}`);

/** The cells of an asset's row in the table of liquidation prices: today, below, above. */
export async function liquidation(page: Page, factor: string): Promise<string[]> {
  const cells = await page.locator(`tr[data-factor="${factor}"] td`).evaluateAll((cells) =>
    cells.map((cell) => {
      const price = cell.cloneNode(true) as Element;
      for (const distance of price.querySelectorAll(".distance")) distance.remove();
      return price.textContent ?? "";
    }),
  );
  return cells.map((cell) => cell.replace(/\s+/g, " ").trim());
}

/** How long a state may take: the page answers within a frame, this allows for a busy machine. */
const kPatience = 10_000;

/** Waits until what `read` gives matches. */
async function becomes(page: Page, read: () => Promise<string>, expected: RegExp | string): Promise<void> {
  let text = "";
  for (const begin = Date.now(); Date.now() - begin < kPatience; await page.waitForTimeout(20)) {
    text = await read();
    if (typeof expected === "string" ? text === expected : expected.test(text)) return;
  }
  assert.fail(`expected ${String(expected)}, got “${text}”`);
}

/** Waits until the element's text matches. */
export function says(locator: Locator, expected: RegExp | string): Promise<void> {
  const read = async () => ((await locator.count()) === 1 ? await locator.innerText() : "").replace(/\s+/g, " ").trim();
  return becomes(locator.page(), read, expected);
}

/** Waits until the fragment in the address matches: it is written once typing has paused. */
export function addressSays(page: Page, expected: RegExp | string): Promise<void> {
  return becomes(page, () => Promise.resolve(new URL(page.url()).hash), expected);
}

/** Opens every disclosure that matches, also those that appear in the ones opened. */
export async function openAll(page: Page, selector = "details"): Promise<void> {
  await page.locator("#add-order").waitFor();
  // Some of what is opened waits for the whole module, and then holds disclosures of its own.
  while (await openShown(page, selector)) await page.locator(".loading").first().waitFor({ state: "detached" });
}

/** The same of those there are now. Whether there were any. */
function openShown(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(async (selector) => {
    const root = document.querySelector("margin-calculator")?.shadowRoot;
    // The browser says so of many in several frames.
    for (let rounds = 0; rounds < 100; rounds++) {
      const closed = [...(root?.querySelectorAll("details:not([open])") ?? [])].filter((one) => one.matches(selector));
      if (closed.length === 0) return rounds > 0;
      for (const one of closed) (one as HTMLDetailsElement).open = true;
      // What a disclosure holds is made once it has said that it is open, which it does before the next frame.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    throw new Error("disclosures without end");
  }, selector);
}

/**
 * What the page must never show, wherever it shows it: in its texts and in its labels. The calculator's markup is
 * in a shadow tree, into which the host's own text does not reach.
 */
export async function nonsense(page: Page): Promise<string[]> {
  const content = page.locator("margin-calculator .page");
  return content.evaluate((element, pattern) => element.innerHTML.match(new RegExp(pattern, "g")) ?? [], kNonsense);
}

/** For where a page looks for it itself. */
export const kNonsense = String.raw`.{0,40}(?:NaN|Infinity|∞|\bundefined\b|\bnull\b|\[object).{0,40}`;

/** Opens every fold and every figure's explanation; what those rest on, which is made alike, of a few of them only. */
export async function openMost(page: Page, explanations = Infinity): Promise<void> {
  await openAll(page, ".fold:not(.working *)");
  await page.evaluate((most) => {
    const figures = document.querySelector("margin-calculator")?.shadowRoot?.querySelectorAll("details.explain") ?? [];
    for (const details of [...figures].slice(0, most)) (details as HTMLDetailsElement).open = true;
  }, Math.min(explanations, 1e6));
  await openAll(page, ".fold:not(.working *)");
  await page.evaluate(() => {
    const steps = document.querySelector("margin-calculator")?.shadowRoot?.querySelectorAll(".working details") ?? [];
    for (const details of [...steps].slice(0, 6)) (details as HTMLDetailsElement).open = true;
  });
  await openAll(page, ".fold:not(.working *)");
}
