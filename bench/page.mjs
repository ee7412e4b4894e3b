// SPDX-License-Identifier: MIT
// How fast the page answers in Chromium: typing, dragging a price, moving the map's point; and, where Lighthouse is
// installed (./dev test all does so), how soon it can be used and whether it stays where it is. Prints the targets beside.
import { chromium } from "playwright-core";

import { devices, isInstalled, measure, serveCompressed } from "../tests/web/quality/lighthouse.mjs";
import { serve } from "../web/serve.mjs";

const kKeystrokes = 120;
const kFrames = 120;
const contracts = ["XBT", "ETH", "SOL", "XRP", "ADA", "DOT", "LTC", "LINK", "DOGE", "AVAX"];
const prices = [100000, 4000, 200, 2.5, 0.5, 5, 100, 15, 0.2, 30];
const asset = (name) => (name === "XBT" ? "BTC" : name);
const tenPositions = [
  "#v=1&c=USD:1000000",
  `p=${contracts.map((name, index) => `PF_${name}USD:long:${Math.round(20000 / prices[index]) || 1}@${prices[index]}`).join()}`,
  `i=${contracts.map((name, index) => `${asset(name)}:${prices[index]}`).join()}`,
].join("&");
const twoAssets = "#v=1&c=ETH:10@4000&p=PF_SOLUSD:long:500@200&i=SOL:200";

const server = await serve({ port: 0 });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await opened(tenPositions);
  const typing = await keystrokes(page);
  const slowest = (share) => typing[Math.min(typing.length - 1, Math.floor(typing.length * share))];
  console.log(`the page in Chromium ${browser.version()}`);
  line("keystroke to painted answer, 10 positions, 95th percentile", `${slowest(0.95).toFixed(0)} ms`, "at most 16 ms");
  line("— median", `${slowest(0.5).toFixed(0)} ms`, "");
  line("dragging a price, 10 positions", await framesPerSecond(page, "[id^=strip-]"), "at least 60 frames a second");
  await page.close();
  const pictured = await opened(twoAssets);
  await pictured.locator("#map > summary").click();
  await pictured.locator("#map .chart").waitFor();
  line("moving the map's point", await framesPerSecond(pictured, "#map input[type=range]"), "at least 60 frames a second");
  await pictured.close();
} finally {
  await browser.close();
}
await loading();
await server.close();

function line(what, measured, target) {
  console.log(`  ${what.padEnd(60)} ${measured.padEnd(24)} ${target}`);
}

async function opened(fragment) {
  // Keeping the page for use without a network is work of its own, beside the page's.
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-US", serviceWorkers: "block" });
  await page.goto(server.address + fragment);
  await page.locator("#add-order").waitFor();
  return page;
}

/** Milliseconds from a key to the frame that shows its answer, in ascending order. */
async function keystrokes(page) {
  const field = page.locator("[id^=position-][id$=-size]").first();
  await field.focus();
  await page.evaluate(() => {
    globalThis.taken = [];
    // From the key's own moment to behind the frame that follows it.
    addEventListener("input", (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.taken.push(performance.now() - event.timeStamp);
        port2.postMessage(undefined);
      });
    }, true);
  });
  for (let count = 0; count < kKeystrokes; ++count) {
    await page.keyboard.press(count % 2 ? "Backspace" : "1");
    await page.waitForTimeout(30);
  }
  const taken = await page.evaluate(() => globalThis.taken);
  return taken.slice(kKeystrokes / 6).sort((one, other) => one - other);
}

/** A slider is moved once in every frame, as by a finger. */
async function framesPerSecond(page, selector) {
  const rate = await page.locator(selector).first().evaluate(async (slider, frames) => {
    const [from, to] = [Number(slider.min), Number(slider.max)];
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    const begin = performance.now();
    for (let count = 0; count < frames; ++count) {
      slider.value = String(from + (to - from) * (0.4 + 0.2 * Math.abs(((count / 30) % 2) - 1)));
      slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      await frame();
    }
    return (1000 * frames) / (performance.now() - begin);
  }, kFrames);
  return `${rate.toFixed(0)} frames a second`;
}

async function loading() {
  if (!isInstalled) {
    console.log("  Lighthouse is not installed: ./dev test all does so. Without it loading is not measured.");
    return;
  }
  const compressed = await serveCompressed();
  try {
    for (const [device, options] of Object.entries(devices)) {
      const { categories, audits } = await measure(compressed.address, ["performance"], options);
      const told = (audit) => audits[audit].displayValue;
      line(`Lighthouse's points for speed, ${device}`, String(Math.round(categories.performance.score * 100)), "100");
      line("— interactive", told("interactive"), device === "telephone" ? "at most 1 s" : "");
      line("— largest paint; blocked", `${told("largest-contentful-paint")}; ${told("total-blocking-time")}`, "");
      line("— layout shift", told("cumulative-layout-shift"), "0");
    }
    line("an article's first figure live, on such a telephone", `${(await firstFigure(compressed.address)).toFixed(0)} ms`, "at most 1500 ms");
  } finally {
    await compressed.close();
  }
}

/** Milliseconds until the first figure of an article has its answer, with the net and the processor that Lighthouse assumes. */
async function firstFigure(address) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 }, locale: "en-US", serviceWorkers: "block" });
    const session = await page.context().newCDPSession(page);
    const bytesASecond = (1638.4 * 1024) / 8;
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: bytesASecond,
      uploadThroughput: bytesASecond,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript(() => addEventListener("ready", () => (globalThis.live ??= performance.now())));
    await page.goto(`${address}articles/pledge.html`);
    return await page.waitForFunction(() => globalThis.live).then((live) => live.jsonValue());
  } finally {
    await browser.close();
  }
}
