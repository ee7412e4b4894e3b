// SPDX-License-Identifier: MIT
//
// Headless Chromium on the built page under its real policy. Whatever a test does, the page must stay silent
// on the console, throw nothing and ask no other origin for anything.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from "playwright-core";

import { serve } from "../../../web/serve.mjs";

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

/** Starts the server and the browser for the tests of one file. The page is served below a path, as on many hosts. */
export function withBrowser(): void {
  before(async () => {
    server = await serve({ port: 0, base: "/some/path/" });
    browser = await chromium.launch({
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
}

export interface Visit extends BrowserContextOptions {
  /** Behind the page's address, with "#". */
  fragment?: string;
  /** Before the page is opened. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Console messages and errors that this test provokes. */
  expected?: RegExp;
  /** False where the calculator is not expected to appear. */
  loads?: boolean;
}

/** Opens the page, lets `look` work with it, and checks that it stayed silent. */
export async function visit(options: Visit, look: (page: Page) => Promise<unknown>): Promise<void> {
  const { fragment = "", prepare, expected, loads = true, ...context } = options;
  const opened = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US", ...context });
  opened.setDefaultTimeout(10_000);
  try {
    const page = await opened.newPage();
    const heard: string[] = [];
    const hear = (text: string) => {
      if (!expected?.test(text)) heard.push(text);
    };
    page.on("console", (message) => hear(message.text()));
    page.on("pageerror", (error) => hear(String(error)));
    page.on("request", (request) => {
      const { url } = { url: request.url() };
      if (!url.startsWith(server.address) && !/^(blob|data):/.test(url)) heard.push(`request to ${url}`);
    });
    await prepare?.(page);
    await page.goto(server.address + fragment);
    if (loads) await page.locator("#results").waitFor();
    await look(page);
    assert.deepEqual(heard, []);
  } finally {
    await opened.close();
  }
}

/** The sentence at the top. */
export const lead = (page: Page) => page.locator(".lead").filter({ visible: true });

export const figure = (page: Page, name: string) => page.locator(`#figure-${name}`);

/** The cells of an asset's row in the table of liquidation prices: today, below, above. */
export async function liquidation(page: Page, factor: string): Promise<string[]> {
  const cells = await page.locator(`tr[data-factor="${factor}"] td`).allInnerTexts();
  return cells.map((cell) => cell.replace(/\s+/g, " ").trim());
}

/** Waits until the element's text matches; the page answers within a frame, this allows for a busy machine. */
export async function says(locator: Locator, expected: RegExp | string): Promise<void> {
  let text = "";
  for (let tries = 0; tries < 50; tries++) {
    text = ((await locator.count()) === 1 ? await locator.innerText() : "").replace(/\s+/g, " ").trim();
    if (typeof expected === "string" ? text === expected : expected.test(text)) return;
    await locator.page().waitForTimeout(40);
  }
  assert.fail(`expected ${String(expected)}, got “${text}”`);
}

/** Opens every disclosure, also those that appear in the ones opened. */
export async function openAll(page: Page): Promise<void> {
  await page.locator("#add-order").waitFor();
  for (let depth = 0; depth < 3; depth++) {
    await page.evaluate(() => {
      const root = document.querySelector("margin-calculator")?.shadowRoot;
      for (const details of root?.querySelectorAll("details") ?? []) details.open = true;
    });
    // What a disclosure holds is made once it has said that it is open.
    await page.waitForTimeout(150);
    // Some of it waits for the whole module.
    await page.locator(".loading").first().waitFor({ state: "detached" });
  }
}

/** The fragment now in the address, once it has been written. */
export async function writtenFragment(page: Page): Promise<string> {
  await page.waitForTimeout(500);
  return new URL(page.url()).hash;
}
