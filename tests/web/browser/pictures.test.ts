// SPDX-License-Identifier: MIT
//
// The curve, the map and the questions asked backwards. Expected figures are worked out by hand beside them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";

import { kColours, violations } from "./axe.ts";
import { inAll, liquidation, nonsense, says, visit, withBrowser } from "./browser.ts";

withBrowser();

const kSol = "#v=1&c=ETH:10@4000&p=PF_SOLUSD:long:500@200&i=SOL:200";
const kSingle = "#v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000";
const kUs =
  "#v=2&r=kraken-us&a=2026-11-23T15:40:00-06:00&w=us:9000&p=MBT:long:2@100000,PETHIUZ50:short:10@4000&i=BTC:100000,ETH:4000";
const kShort = "#v=1&c=USD:20000&p=PF_XBTUSD:short:1@100000&i=BTC:100000";
const kIsolated = "#v=1&c=BTC:1@100000&p=PF_XBTUSD:long:0.1@100000:x10";

async function open(page: Page, id: "curve" | "map" | "trade" | "backwards"): Promise<Locator> {
  const section = page.locator(`#${id}`);
  await section.locator("> summary").click();
  await section.locator(id === "backwards" ? ".questions" : id === "trade" ? ".blanks" : ".chart").waitFor();
  return section;
}

/** Opens those pictures and questions that the account has. */
async function openThese(page: Page): Promise<void> {
  await page.locator("#backwards").waitFor();
  await open(page, "curve");
  for (const id of ["map", "trade"] as const) if ((await page.locator(`#${id}`).count()) > 0) await open(page, id);
  await open(page, "backwards");
}

/** Where on the screen a share of a picture's width is. */
async function placeIn(chart: Locator, across: number, down = 0.5): Promise<[number, number]> {
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  assert.ok(box);
  return [box.x + across * box.width, box.y + down * box.height];
}

/** The mark at the liquidation line reads so. */
const marked = (curve: Locator, text: string) =>
  curve.page().locator(".mark-label.liquidation").filter({ hasText: text }).and(curve.locator("text")).waitFor();

test("the handle of the curve is moved by keyboard, and the sentence follows", () =>
  visit({}, async (page) => {
    const curve = await open(page, "curve");
    const sentence = page.locator("#curve-standing");
    await says(sentence, /^(✓ )?Today, margin equity is \$98,000, above the \$5,000 that must be left/);
    const slider = curve.getByRole("slider", { name: "Price of BTC" });
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    // 99,500 × 0.98 − 5 × 500.
    await says(sentence, /If BTC falls 0\.5% to \$99,500, margin equity is \$95,010, above/);
    assert.match((await slider.getAttribute("aria-valuetext")) ?? "", /^If BTC falls 0\.5% to \$99,500: margin equity \$95,010, not liquidated$/);
    await page.keyboard.press("Home");
    // 50,000 × 0.98 − 5 × 50,000.
    await says(sentence, /If BTC falls 50% to \$50,000, the position is liquidated on the way, at \$84,448\.16\. .* −\$201,000, no more than/);
    await page.getByRole("button", { name: "Back to today" }).click();
    await says(sentence, /^(✓ )?Today,/);
  }));

test("the handle of the curve is dragged, and the sentence follows", () =>
  visit({}, async (page) => {
    const curve = await open(page, "curve");
    const chart = curve.locator(".chart");
    await page.mouse.move(...(await placeIn(chart, 0.5)));
    await page.mouse.down();
    await page.mouse.move(...(await placeIn(chart, 0.38)), { steps: 4 });
    await says(page.locator("#curve-standing"), /If BTC falls 12% to \$88,000, margin equity is \$26,240, above the \$5,000/);
    await page.mouse.up();
    await page.mouse.move(...(await placeIn(chart, 0.9)));
    await says(page.locator("#curve-standing"), /falls 12%/);
    assert.equal(await curve.getByRole("slider").inputValue(), "-12");
  }));

test("the liquidation line says what the report says, and stands where it is", () =>
  visit({}, async (page) => {
    const curve = await open(page, "curve");
    const [, below = ""] = await liquidation(page, "BTC");
    assert.equal(await curve.locator(".mark-label.liquidation").textContent(), `liquidation ${below.split(" ")[0]}`);
    // 34.448 % of the way from 50,000 to 150,000.
    assert.match((await curve.locator("line.liquidation").getAttribute("x1")) ?? "", /^34\.448%$/);
    const hatched = curve.locator("rect.unsafe");
    assert.deepEqual([await hatched.getAttribute("x"), await hatched.getAttribute("width")], ["0%", "34.448%"]);
    await curve.getByText("The picture as a table").click();
    await says(curve.locator("tbody tr").nth(1), /^\$84,448\.16 −15\.6% \$5,000\.00 \$10,000\.00 \$5,000\.00$/);
  }));

/** What a button of a picture hands over: the file's name and its bytes. */
async function saved(picture: Locator, format: "CSV" | "SVG" | "PNG"): Promise<[string, Buffer]> {
  const waiting = picture.page().waitForEvent("download");
  await picture.getByRole("button", { name: format }).click();
  const file = await waiting;
  return [file.suggestedFilename(), readFileSync(await file.path())];
}

test("a picture is taken away as numbers, as a drawing and as pixels", () =>
  visit({ fragment: kSol, colorScheme: "dark" }, async (page) => {
    const curve = await open(page, "curve");
    const [csvName, csv] = await saved(curve, "CSV");
    assert.equal(csvName, "margin-equity-by-SOL.csv");
    const [heads, first] = csv.toString().split("\r\n");
    assert.equal(heads, "\uFEFFPrice,Move,Margin equity,Initial margin,Maintenance margin");
    // 40,000 × 0.94 − 500 × 100.
    assert.equal(first, "100,-0.5,-12400,2000,1000");
    const [svgName, svg] = await saved(curve, "SVG");
    assert.equal(svgName, "margin-equity-by-SOL.svg");
    const [, width = "0", height = "0"] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg.toString()) ?? [];
    assert.match(svg.toString(), /<title>Margin equity against the price of SOL<\/title><desc>Today, margin equity is \$37,600/);
    assert.match(svg.toString(), /<rect [^>]*fill="rgb\(28, 32, 38\)"/, "the dark ground that it is seen on");
    assert.doesNotMatch(svg.toString(), /class=|<!--|var\(/, "nothing that only the page's styles would explain");
    const [pngName, png] = await saved(curve, "PNG");
    assert.equal(pngName, "margin-equity-by-SOL.png");
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * Number(width), 2 * Number(height)]);
    await page.locator("#curve-numbers > summary").click();
    await says(curve.locator("tbody tr").first(), /^\$100\.00 −50% −\$12,400\.00/);
  }));

test("the map's numbers are a table of nine by nine", () =>
  visit({ fragment: kSol }, async (page) => {
    const map = await open(page, "map");
    await page.locator("#map-numbers > summary").click();
    await says(map.locator("tbody tr").first(), /^\+50%( [\d.]+%){9}$/);
    // The middle row is of today's SOL: 1,000 / (40,000 × 0.94 × ratio) at the right end, +50 %.
    await says(map.locator("tbody tr").nth(4), /^0% .* 1\.8%$/);
    assert.equal(await map.locator("tbody tr").count(), 9);
    const [name, csv] = await saved(map, "CSV");
    assert.equal(name, "margin-usage-by-ETH-and-SOL.csv");
    assert.equal(csv.toString().split("\r\n").length, 11);
  }));

test("another factor has a curve of its own", () =>
  visit({ fragment: kSol }, async (page) => {
    const curve = await open(page, "curve");
    await marked(curve, "liquidation $126.80");
    await curve.getByLabel("What moves").selectOption("ETH");
    await marked(curve, "liquidation $106.38");
    await curve.getByLabel("What moves").selectOption("market");
    await marked(curve, "liquidation −26.6%");
    await curve.getByRole("slider").fill("-10");
    // 36,000 × 0.94 − 10,000.
    await says(page.locator("#curve-standing"), /If the whole crypto market falls 10%, margin equity is \$23,840, above/);
  }));

test("a coin's wallet is told in its coin and in dollars", () =>
  visit({ fragment: kSingle }, async (page) => {
    const curve = await open(page, "curve");
    await marked(curve, "liquidation $7,481.48");
    await curve.getByRole("slider").fill("-5");
    // 0.01 × 7,600 + 1,000 × (7,600 / 8,000 − 1) = 26 dollars.
    await says(page.locator("#curve-standing"), /to \$7,600, margin equity is 0\.00342105 BTC \(\$26\.00\), above the 0\.00131579 BTC \(\$10\.00\)/);
    assert.equal(await page.locator("#map").count(), 0, "one price alone");
  }));

test("two sliders move the point of the map, and it can be dragged", () =>
  visit({ fragment: kSol }, async (page) => {
    const map = await open(page, "map");
    const sentence = page.locator("#map-standing");
    await map.getByRole("slider", { name: "Move of ETH" }).fill("-20");
    await map.getByRole("slider", { name: "Move of SOL" }).fill("-10");
    // 32,000 × 0.94 − 500 × 20; 1,000 / 20,080.
    await says(
      sentence,
      /If ETH falls 20% to \$3,200 and SOL falls 10% to \$180\.00, margin equity is \$20,080, above the \$1,000 that must be left, margin usage 5%: not liquidated\./,
    );
    await map.getByRole("slider", { name: "Move of SOL" }).fill("-40");
    await says(sentence, /the position is liquidated on the way, .* −\$9,920, no more than the \$1,000/);
    await page.mouse.click(...(await placeIn(map.locator(".chart"), 0.99, 0.01)));
    await says(sentence, /If ETH rises .* and SOL rises .*: not liquidated/);
    assert.equal(await map.locator(".band").count(), 5);
    assert.equal(await map.locator("path.liquidation").count(), 1);
  }));

test("a finger drags the point of the map, and scrolls the page from anywhere else in it", () =>
  visit({ fragment: kSol, hasTouch: true, viewport: { width: 360, height: 700 } }, async (page) => {
    const map = await open(page, "map");
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: { x: number; y: number }[]) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints });
    const swipe = async ([x, y]: [number, number], down: number) => {
      await touch("touchStart", { x, y });
      for (let step = 1; step <= 8; step++) await touch("touchMove", { x, y: y + (down * step) / 8 });
      await touch("touchEnd");
    };
    const scrolled = () => page.evaluate(() => window.scrollY);
    const up = map.getByRole("slider", { name: "Move of SOL" });
    const place = await placeIn(map.locator("circle.handle"), 0.5);
    const before = await scrolled();
    await swipe(place, 60);
    await says(page.locator("#map-standing"), /ETH stays at \$4,000 and SOL falls|SOL falls .* and ETH stays/);
    assert.equal(await scrolled(), before, "the page stands still under the point");
    const fallen = await up.inputValue();
    await swipe(await placeIn(map.locator(".chart"), 0.2, 0.6), -80);
    await page.waitForFunction((before) => Math.abs(window.scrollY - before) > 20, before);
    assert.equal(await up.inputValue(), fallen, "the point stands still while the page is scrolled");
    await page.touchscreen.tap(...(await placeIn(map.locator(".chart"), 0.99, 0.01)));
    await says(page.locator("#map-standing"), /ETH rises .* SOL rises/);
  }));

test("the sides of the map can be chosen", () =>
  visit({ fragment: `${kSol.replace("ETH:10@4000", "ETH:10@4000,USDC:100@1")}` }, async (page) => {
    const map = await open(page, "map");
    await map.getByLabel("Across", { exact: true }).selectOption("USDC");
    await map.getByRole("slider", { name: "Move of USDC" }).fill("-50");
    await says(page.locator("#map-standing"), /If USDC falls 50% to \$0\.5 and SOL stays at \$200\.00,/);
  }));

const kIntraday = "#v=2&a=2026-11-23T12:00:00-06:00&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000";

test("the same trade in three accounts: each line ends where its account is liquidated", () =>
  visit({ fragment: kIntraday }, async (page) => {
    const trade = await open(page, "trade");
    const sentence = page.locator("#trade-standing");
    // Linear: (p × 0.98 + 5 × (p − 100,000)) meets 1 % of 500,000; US: example margins of 10 % at noon.
    await says(sentence, /^PF_XBTUSD: liquidated at \$84,448\.16\. PI_XBTUSD: liquidated at \$84,\d+\.\d+\. PBTCUCZ50: liquidated at \$90,000\.00\. In dollars every line is straight/);
    await says(sentence, /PI_XBTUSD is inverse: it pays in BTC, .* bends in BTC/);
    assert.equal(await trade.locator("path.series").count(), 3);
    // A fifth of the way is −30 %, four fifths +30 %: 500,000 × 0.3.
    await page.locator("#trade-numbers > summary").click();
    await says(trade.locator("tbody tr").nth(2), "−30% – – –");
    await says(trade.locator("tbody tr").nth(8), "+30% $150,000.00 $150,000.00 $150,000.00");
    await page.getByLabel("Drawn in").selectOption("BTC");
    // 500,000 × (1 / 100,000 − 1 / 130,000).
    await says(trade.locator("tbody tr").nth(8), "+30% 1.15384615 BTC");
    await page.getByLabel("Drawn in").selectOption("USD");
    await page.getByLabel("Side").selectOption("short");
    await says(sentence, /^PF_XBTUSD: liquidated at \$1\d\d,\d+\.\d+\./);
    await page.getByLabel("Margin in USD").fill("100");
    await says(sentence, /PF_XBTUSD: cannot be opened, for it needs \$10,000\.00 of margin\./);
    assert.equal(await trade.locator("path.series[d^=M]").count(), 0);
    await page.getByLabel("Lowest move in per cent").fill("5");
    await says(trade.locator(".problem"), /Enter a number from −95 to −1/);
  }));

test("the chance of a liquidation rises from day to day", () =>
  visit({ fragment: kSol }, async (page) => {
    await open(page, "backwards");
    const picture = page.locator("#odds-picture");
    await says(page.locator("#odds-standing"), /volatility of 60% a year, the chance of a liquidation within 30 days is 1%/);
    await picture.locator("#odds-numbers > summary").click();
    await says(picture.locator("tbody tr").last(), "30 1%");
    const [name, csv] = await saved(picture, "CSV");
    assert.equal(name, "chance-of-liquidation-by-SOL.csv");
    const chances = csv.toString().trim().split("\r\n").slice(1).map((row) => Number(row.split(",")[1]));
    assert.ok(chances.length === 30 && chances.every((chance, day) => chance >= (chances[day - 1] ?? 0)));
    await page.locator("#ask-odds").getByLabel("Volatility a year, per cent").fill("120");
    await says(page.locator("#odds-standing"), /volatility of 120% a year/);
    await page.getByLabel("Days ahead").fill("365");
    await says(page.locator("#odds-standing"), /within 365 days is [\d.]+%/);
  }));

const answer = (page: Page, question: string, key: string) => page.locator(`#ask-${question} [data-answer="${key}"]`);

test("what must be so: what to add, to close, to buy at most, and the hedge", () =>
  visit({}, async (page) => {
    await open(page, "backwards");
    // At 80,000: 78,400 − 100,000 are 26,600 short of 5,000; a coin counts 0.98 × 80,000 there.
    await says(answer(page, "survival", "USD"), "Add $26,600.00.");
    await says(answer(page, "survival", "BTC"), "Add 0.33928572 BTC, $33,928.57 today.");
    // 26,600 / (20,000 + 1,000 − 50 of fee).
    await says(answer(page, "survival", "PF_XBTUSD"), "Close 1.2697 of PF_XBTUSD.");
    await says(answer(page, "largest", "survives"), /no size of PF_XBTUSD to buy/);
    // What 0.98 BTC are worth less is made good by 0.98 sold; five are there already.
    await says(answer(page, "hedge", "PF_XBTUSD"), /^Sell 5\.98 of PF_XBTUSD/);
    await page.getByLabel("By how many per cent").fill("10");
    await says(page.locator("#ask-survival"), /It lives through that as it is/);
    await page.getByLabel("Move in per cent").fill("-10");
    await says(answer(page, "largest", "survives"), /^The most is [\d.]+ of PF_XBTUSD\.$/);
    await page.getByLabel("Falls or rises").selectOption("rises");
    await says(page.locator("#ask-survival"), /It lives through that as it is/);
  }));

test("a number that cannot be read is said at its place, and the last answer stays", () =>
  visit({}, async (page) => {
    await open(page, "backwards");
    const blank = page.getByLabel("By how many per cent");
    await blank.fill("25");
    // At 75,000: 73,500 − 125,000 are 56,500 short of 5,000.
    await says(answer(page, "survival", "USD"), "Add $56,500.00.");
    for (const [text, problem] of [
      ["2x", /not a number this page can read\. The answers are for 25\./],
      ["", /Enter a number\. The answers are for 25\./],
      ["120", /Enter a number from 0 to 99\.9\. The answers are for 25\./],
    ] as const) {
      await blank.fill(text);
      assert.equal(await blank.getAttribute("aria-invalid"), "true");
      const described = await blank.getAttribute("aria-describedby");
      await says(page.locator(`#${described}`), problem);
      await says(answer(page, "survival", "USD"), "Add $56,500.00.");
      assert.equal(await blank.inputValue(), text);
    }
    await blank.fill("1,5");
    await says(page.locator("#ask-survival"), /It lives through that as it is/);
    assert.equal(await blank.getAttribute("aria-invalid"), "false");
    await blank.press("ArrowUp");
    assert.equal(await blank.inputValue(), "1.6");
  }));

test("what the liquidation depends on most, and how likely it is under one's own volatility", () =>
  visit({ fragment: kSol }, async (page) => {
    await open(page, "backwards");
    const ranked = page.locator("#ask-sensitivity tbody tr");
    await says(ranked.first(), "Entry price of PF_SOLUSD +$2.02");
    await says(page.locator("#ask-odds tbody tr").first(), "1 day less than 0.1%");
    await says(page.locator("#ask-odds tbody tr").last(), "30 days 1%");
    await page.locator("#ask-odds").getByLabel("Volatility a year, per cent").fill("120");
    await says(page.locator("#ask-odds tbody tr").last(), /^30 days (1\d|2\d)(\.\d)?%$/);
    await says(page.locator("#ask-holding"), /Nothing is paid for holding/);
  }));

test("funding alone: how long it can be paid", () =>
  visit({ fragment: "#v=2&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000&f=PF_XBTUSD:0.001" }, async (page) => {
    await open(page, "backwards");
    // (98,000 − 5,000) / 5 hours.
    await says(page.locator("#ask-holding"), /alone liquidate after 775 days, once \$93,000 is paid\.$/);
  }));

test("the pictures follow the form, and an example starts them anew", () =>
  visit({}, async (page) => {
    const curve = await open(page, "curve");
    await curve.getByRole("slider").fill("-12");
    await page.getByLabel("Size of position 1").fill("4");
    // 88,000 × 0.98 − 4 × 12,000.
    await says(page.locator("#curve-standing"), /margin equity is \$38,240, above the \$4,000/);
    await page.getByLabel("Size of position 1").fill("x");
    await says(page.locator("#curve-standing"), /margin equity is \$38,240/);
    await page.getByRole("button", { name: /ETH pledged, SOL long/ }).click();
    await says(page.locator("#curve-standing"), /^(✓ )?Today, margin equity is \$37,600/);
  }));

const accounts: Record<string, string> = {
  "BTC long": "",
  "SOL long on ETH": kSol,
  "a coin's wallet": kSingle,
  "a US account": kUs,
  "a short with dollars": kShort,
  "an isolated position": kIsolated,
  "in liquidation": "#v=1&c=BTC:1@84000&p=PF_XBTUSD:long:5@100000",
  "no position": "#v=1&c=BTC:1@84000",
  "huge and tiny": "#v=1&c=BTC:123456789.123456789@987654321.123456789&p=PF_PEPEUSD:short:999999999999@0.000012345678&i=PEPE:0.000012345678",
};
const onEachRun = ["a coin's wallet"];
for (const [account, fragment] of Object.entries(accounts)) {
  test(`nothing scrolls sideways, nothing is nonsense, axe finds nothing: ${account}`, onEachRun.includes(account) ? {} : inAll, () =>
    visit({ fragment, viewport: { width: 1280, height: 9000 }, reducedMotion: "reduce", bypassCSP: true }, async (page) => {
      await openThese(page);
      assert.deepEqual(await nonsense(page), []);
      assert.deepEqual(await violations(page), []);
      await page.setViewportSize({ width: 320, height: 9000 });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.deepEqual(await violations(page), []);
      await page.emulateMedia({ colorScheme: "dark" });
      assert.deepEqual(await violations(page, kColours), []);
    }));
}

test("on paper there are the picture and its sentence, and no slider", () =>
  visit({ fragment: kSol }, async (page) => {
    await openThese(page);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("slider").filter({ visible: true }).count(), 0);
    assert.equal(await page.locator(".chart").filter({ visible: true }).count(), 4);
    assert.equal(await page.locator(".standing").filter({ visible: true }).count(), 4);
    assert.equal(await page.getByRole("button").filter({ visible: true }).count(), 0);
  }));

test("pictures that do not arrive are said to be missing, and can be asked for again", () =>
  visit(
    { expected: /Failed to load|ERR_FAILED|views/, prepare: (page) => page.route("**/views-*.js", (route) => route.abort()) },
    async (page) => {
      await page.locator("#curve > summary").click();
      await says(page.locator("#curve").getByRole("alert"), /did not arrive/);
      await page.unroute("**/views-*.js");
      await page.locator("#curve").getByRole("button", { name: "Try again" }).click();
      await says(page.locator("#curve-standing"), /Today, margin equity is \$98,000/);
    },
  ));
