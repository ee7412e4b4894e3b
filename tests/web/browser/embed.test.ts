// SPDX-License-Identifier: MIT
//
// embed.html in frames of somebody else's page, and margin-embed.js, which fits those.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Frame, Page } from "playwright-core";

import { violations } from "./axe.ts";
import { inAll, kNonsense, read, says, visit, withBrowser } from "./browser.ts";

withBrowser();

const kLong = "v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000";
const kHedge = "v=1&c=BTC:1@100000,ETH:10@4000&p=PF_XBTUSD:long:5@100000";
const kSandbox = "allow-scripts allow-same-origin allow-downloads allow-popups";

const frame = (address: string, { query = "", fragment = kLong, more = "" } = {}) =>
  `<iframe class="margin-calculator" src="${address}/embed.html${query}#${fragment}" width="100%" height="300" frameborder="0" title="Margin" ${more}></iframe>`;
const resizer = (address: string) => `<script type="module" src="${address}/margin-embed.js"></script>`;

/** In the order of the article. */
async function framesOf(page: Page): Promise<Frame[]> {
  const frames = await page.locator("iframe").elementHandles();
  const inside = await Promise.all(frames.map((one) => one.contentFrame()));
  return inside.filter((one) => one !== null);
}
const lead = (frame: Frame) => frame.locator(".lead").filter({ visible: true });
const answers = (frame: Frame) => lead(frame).waitFor();
const heights = (page: Page) => page.locator("iframe").evaluateAll((all) => all.map((one) => one.clientHeight));
/** Waits until the script of the first frame's article has followed what it tells. */
async function followed(page: Page, inside: Frame): Promise<void> {
  await page.waitForFunction((height) => document.querySelector("iframe")!.clientHeight === height, await heightInside(inside));
}
const heightInside = (frame: Frame) => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

/** Waits until each frame is as high as what is in it. The browser lays out a frame of another origin only where it is seen. */
async function fitted(page: Page): Promise<void> {
  for (let rounds = 0; rounds < 200; rounds++) {
    await page.locator("iframe").nth(rounds % 3).scrollIntoViewIfNeeded();
    const inside = await Promise.all((await framesOf(page)).map(heightInside));
    const outside = await heights(page);
    if (inside.every((height, at) => height > 200 && Math.abs(height - (outside[at] ?? 0)) < 2)) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`heights of frames: ${await heights(page)}; inside: ${await Promise.all((await framesOf(page)).map(heightInside))}`);
}

test("lazy, sandboxed with and without an origin: each answers and is as high as what is in it, and nothing is kept", () =>
  read(
    {
      html: (address) => `<body>${frame(address, { query: "?view=curve", more: `loading="lazy"` })}
        ${frame(address, { query: "?view=form&theme=dark&lang=de&lock=prices&hide=orders", more: `sandbox="${kSandbox}"` })}
        ${frame(address, { query: "?view=headline&theme=light", more: `sandbox="allow-scripts"` })}${resizer(address)}`,
      policy: (origin) => `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:`,
    },
    async (page) => {
      const [curve, form, headline] = (await framesOf(page)) as [Frame, Frame, Frame];
      await says(lead(headline), /^You control \$500,000 of BTC contracts/);
      await says(lead(form), /^Sie bewegen Kontrakte über 500\.000 .* auf 84\.448/);
      await curve.locator(".picture").waitFor();
      await form.locator(".collateral, #wallet, .row").first().waitFor();
      await fitted(page);
      assert.equal(await form.locator("#add-order").filter({ visible: true }).count(), 0);
      assert.equal(await form.getByLabel("Preis heute").getAttribute("readonly"), "");
      const roots = await Promise.all([curve, form, headline].map((one) => one.evaluate(() => [document.documentElement.lang, getComputedStyle(document.documentElement).colorScheme])));
      assert.deepEqual(roots, [["en", "light dark"], ["de", "dark"], ["en", "light"]]);
      const before = await heightInside(form);
      await form.locator("summary").first().click();
      await form.waitForFunction((before) => document.body.getBoundingClientRect().height > before + 5, before);
      await fitted(page);
      assert.deepEqual(await form.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
      const link = headline.getByRole("link", { name: "Open the whole calculator with this account" });
      assert.equal(await link.getAttribute("href"), `./index.html#${kLong}`);
      const modules = await Promise.all(
        [curve, form].map((one) =>
          one.evaluate(() => (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(({ name }) => name.includes("margin-evaluate")).map(({ transferSize }) => transferSize)),
        ),
      );
      assert.equal(modules.flat().length, 4);
      assert.ok(modules.flat().filter((size) => size > 0).length <= 2, `loaded once: ${modules.join(" ")}`);
    },
  ));

test("without a script of the host's it scrolls in itself; a changed fragment and the article's theme are followed", () =>
  read({ html: (address) => `<body>${frame(address, { query: "?view=form" })}` }, async (page) => {
    const [inside] = (await framesOf(page)) as [Frame];
    await answers(inside);
    await inside.locator("#add-order").waitFor();
    assert.deepEqual(await heights(page), [300]);
    assert.ok(await inside.evaluate(() => document.documentElement.scrollHeight > innerHeight && document.documentElement.scrollWidth <= innerWidth));
    await page.evaluate((fragment) => {
      const one = document.querySelector("iframe")!;
      one.src = `${one.src.split("#")[0]}#${fragment}`;
      one.contentWindow!.postMessage({ type: "margin-calculator:set-theme", theme: "dark" }, "*");
    }, kLong.replaceAll("100000", "90000"));
    await says(lead(inside), /^You control \$450,000/);
    await inside.waitForFunction(() => document.documentElement.dataset["theme"] === "dark");
    assert.equal(await inside.locator("margin-calculator").getAttribute("theme"), "dark");
    for (const message of [null, "margin-calculator:set-theme", { type: "margin-calculator:set-theme", theme: "pink" }, { type: "other", theme: "light" }]) {
      await page.evaluate((message) => document.querySelector("iframe")!.contentWindow!.postMessage(message, "*"), message);
    }
    // Not from the page around it.
    await inside.evaluate(() => postMessage({ type: "margin-calculator:set-theme", theme: "light" }));
    await inside.evaluate(() => new Promise((done) => setTimeout(done)));
    assert.equal(await inside.locator("margin-calculator").getAttribute("theme"), "dark");
  }));

test("heights count only from the frame and its origin, in shape and within bounds", () =>
  read({ html: (address) => `<body>${frame(address, { query: "?view=headline" })}<iframe class="margin-calculator" src="about:blank" height="250"></iframe>${resizer(address)}` }, async (page) => {
    const [inside, other] = (await framesOf(page)) as [Frame, Frame];
    await answers(inside);
    await followed(page, inside);
    const [height] = await heights(page);
    const tell = (from: Frame, message: unknown) => from.evaluate((message) => parent.postMessage(message, "*"), message);
    const resize = (height: unknown) => ({ type: "margin-calculator:resize", height });
    // Its own origin is not that of its address; a stranger, whoever it names.
    await tell(other, resize(900));
    await page.evaluate((message) => postMessage(message, "*"), resize(900));
    for (const wrong of ["900", null, Number.NaN, Infinity, [900], { height: 900 }]) await tell(inside, resize(wrong));
    await tell(inside, { type: "iframe-resized", height: 900 });
    await tell(inside, resize(height! + 1));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    assert.deepEqual(await heights(page), [height, 250]);
    await tell(inside, resize(1e9));
    await page.waitForFunction(() => document.querySelector("iframe")!.clientHeight === 4000);
    await tell(inside, resize(-5));
    await page.waitForFunction(() => document.querySelector("iframe")!.clientHeight === 200);
  }));

const kRuns = process.env["MARGIN_TEST_ALL"] === undefined ? 12 : 400;

test("whatever its address and the messages hold, it shows something and throws nothing", () =>
  read({ html: (address) => `<body>${frame(address, { query: "?view=headline" })}` }, async (page) => {
    const [inside] = (await framesOf(page)) as [Frame];
    await answers(inside);
    const piece = fc.constantFrom("v=1", "v=2", "&c=", "BTC:1@100000", "&p=PF_XBTUSD:long:5@", "1e999", "%", "%E0%A4%A", "{", "\"", "<b>", "NaN", "~", "!", "#", "?", "..", ",");
    const text = fc.oneof(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")), fc.string({ unit: "grapheme", maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(text, fc.jsonValue({ maxDepth: 3 }), async (fragment, message) => {
        await page.evaluate(
          ([fragment, message]) => {
            const one = document.querySelector("iframe")!;
            one.contentWindow!.postMessage(message, "*");
            one.src = `${one.src.split("#")[0]}#${fragment}`;
          },
          [fragment, message as unknown] as const,
        );
        await inside.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
        const shown = await inside.evaluate(() => {
          const root = document.querySelector("margin-calculator")!.shadowRoot!;
          const [all, quoting] = [".page", ".notices"].map((part) => root.querySelector<HTMLElement>(part)?.innerText ?? "");
          // What was not understood is quoted, and may be nonsense.
          return all!.replace(quoting!, "");
        });
        assert.ok(shown.length > 40, shown);
        assert.doesNotMatch(shown, new RegExp(kNonsense));
      }),
      { numRuns: kRuns },
    );
  }));

test("an odd query is the same as none", () =>
  read({ html: (address) => `<body>${frame(address, { query: "?view=constructor&theme=&lang=%22%3E&lock=__proto__,:is(&hide=%00*&other=1&%E0" })}` }, async (page) => {
    const [inside] = (await framesOf(page)) as [Frame];
    await answers(inside);
    await inside.locator("#results h3").first().waitFor();
  }));

const element = (address: string) => `<script type="module" src="${address}/margin-calculator.js"></script><body>`;
const strict = (origin: string, trusted: string) =>
  `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src data:; require-trusted-types-for 'script'${trusted}`;

test("the element works under a strict policy of the article's that wants trusted types, and without storage", () =>
  read(
    {
      html: (address) => `${element(address)}<margin-calculator scenario="${kHedge}" view="full"></margin-calculator>`,
      policy: (origin) => strict(origin, "; trusted-types lit-html"),
      // Ours is refused, which the browser says.
      expected: /TrustedTypePolicy named 'margin'/,
      prepare: (page) =>
        page.addInitScript(() => {
          for (const name of ["localStorage", "sessionStorage"]) {
            Object.defineProperty(window, name, { get: () => { throw new DOMException("refused", "SecurityError"); } });
          }
        }),
    },
    async (page) => {
      await page.locator("#results h3").first().waitFor();
      await page.locator("#curve > summary").click();
      await page.locator("#curve-picture").waitFor();
      // Long work is begun without a worker there.
      await page.locator("#backwards > summary").click();
      await page.locator("#backwards h4").first().waitFor();
    },
  ));

test("where the article's trusted types leave out Lit's, its own words stay", inAll, () =>
  read(
    {
      html: (address) => `${element(address)}<margin-calculator>The author’s words.</margin-calculator>`,
      policy: (origin) => strict(origin, "; trusted-types own"),
      expected: /Trusted|policy/i,
    },
    async (page) => {
      await page.waitForTimeout(500);
      await page.getByText("The author’s words.").waitFor();
    },
  ));

test("the page makes the codes for an article, by keyboard, with a preview that follows", () =>
  visit({ fragment: `#${kHedge}`, permissions: ["clipboard-read", "clipboard-write"], viewport: { width: 1100, height: 900 } }, async (page) => {
    const summary = page.locator("#article > summary");
    await summary.focus();
    await page.keyboard.press("Enter");
    const preview = page.frameLocator(".preview iframe");
    await says(preview.locator(".lead").filter({ visible: true }), /^You control \$500,000/);
    await page.getByLabel("What is shown").selectOption("map");
    await page.getByLabel("Colours").selectOption("dark");
    await page.getByLabel("Language of the texts").selectOption("de");
    await page.locator("#article-lock-prices").focus();
    await page.keyboard.press("Space");
    await says(preview.locator(".lead").filter({ visible: true }), /^Sie bewegen/);
    await preview.locator("#map-picture").waitFor();
    await page.getByLabel("Price today of BTC").first().fill("90000");
    await says(preview.locator(".lead").filter({ visible: true }), /^Sie bewegen .*450\.000/);
    const host = page.url().replace(/#.*/, "");
    const hashes = await page.evaluate(async () => (await (await fetch("integrity.json")).json()) as Record<string, string>);
    // Not without being asked: the article would fall silent with the next version at this address.
    assert.doesNotMatch(await page.locator("#frame-code").inputValue(), /integrity/);
    await page.getByLabel("Only this version of the scripts").check();
    const code = await copiedBy(page, "Copy the code for a frame", "frame-code");
    const height = await page.locator("#article-height").getAttribute("placeholder");
    assert.ok(code.includes(`src="${host}embed.html?view=map&amp;theme=dark&amp;lang=de&amp;lock=prices#v=1&amp;c=BTC:1@90000`), code);
    assert.ok(code.includes(` height="${height}" `) && code.includes(`integrity="${hashes["margin-embed.js"]}"`), code);
    await page.getByLabel("Only this version of the scripts").uncheck();
    await page.getByLabel("Height of the frame").fill("512");
    assert.match(await copiedBy(page, "Copy the code for an element", "element-code"), /^<script type="module" src="[^"]*margin-calculator\.js" crossorigin="anonymous"><\/script>\n<margin-calculator scenario="v=1&amp;/);
    assert.match(await page.locator("#frame-code").inputValue(), / height="512" /);
    assert.equal(await copiedBy(page, "Copy the plain link", "plain-link"), `${host}?lang=de${new URL(page.url()).hash}`);
    await page.getByText("A picture that stands still").click();
    for (const kind of ["SVG", "PNG"]) {
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: `Save the picture as ${kind}` }).click();
      assert.equal((await saved).suggestedFilename(), `margin-calculator.${kind.toLowerCase()}`);
    }
    assert.match(await page.locator("#picture-code").inputValue(), /alt="You control \$450,000 [^"]*"/);
    assert.deepEqual(await violations(page), []);
    const steps = await page.evaluate(() => history.length);
    assert.ok(steps <= 2, `${steps} steps back`);
  }));

async function copiedBy(page: Page, name: string, id: string): Promise<string> {
  await page.getByRole("button", { name }).focus();
  await page.keyboard.press("Enter");
  await says(page.locator(`#${id}-said`), "The text is copied.");
  return page.evaluate(() => navigator.clipboard.readText());
}
