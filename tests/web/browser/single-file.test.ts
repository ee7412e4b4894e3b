// SPDX-License-Identifier: MIT
//
// The page as one file, opened from a disk: nothing lies beside it, and it asks nobody for anything.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

import { builtPage } from "../../../web/serve.mjs";
import { violations } from "./axe.ts";
import { addressSays, lead, nonsense, says, visit, withBrowser, inAll } from "./browser.ts";

withBrowser();

const folder = mkdtempSync(join(tmpdir(), "margin-file-"));
const file = join(folder, "margin-calculator.html");
copyFileSync(join(builtPage, "margin-calculator.html"), file);
const address = pathToFileURL(file).href;
after(() => rmSync(folder, { recursive: true }));

test("it computes, draws, saves and keeps what was typed", () =>
  visit({ address }, async (page) => {
    await says(lead(page), /If BTC falls 15\.6% to \$84,448, the position is liquidated\./);
    await page.getByLabel("Size of position 1").fill("2.5");
    await says(lead(page), /^You control \$250,000 of BTC contracts/);
    await addressSays(page, /long:2\.5@/);
    await page.locator("#curve > summary").click();
    await page.locator("#curve .chart").waitFor();
    await page.getByRole("button", { name: /ETH pledged, SOL long/ }).click();
    await says(lead(page), /SOL contracts/);
    const downloading = page.waitForEvent("download");
    await page.locator("#save-file").click();
    assert.match(readFileSync(await (await downloading).path(), "utf8"), /"SOL"/);
    assert.deepEqual(await nonsense(page), []);
    await addressSays(page, /SOL/);

    await page.goto(address);
    await says(lead(page), /SOL contracts/);
    // What would need a network, or an address that others can follow, is not offered.
    await page.locator("#save-file").waitFor();
    assert.equal(await page.locator("#live, #copy-link, #kept, #single-file").count(), 0);
  }));

test("long work is done on the page itself", () =>
  visit({ address, fragment: "#v=1&c=ETH:10@4000&p=PF_SOLUSD:long:300@200,PF_XBTUSD:long:0.1@100000&i=SOL:200,BTC:100000" }, async (page) => {
    await page.locator("#backwards > summary").click();
    await page.locator("#simulation > summary").click();
    await says(page.locator("#ask-simulation .hint"), /^From 8,192 simulated paths\./);
  }));

test("it speaks German, and the documents stand in its foot", inAll, () =>
  visit({ address, search: "?lang=de" }, async (page) => {
    await says(lead(page), /Wenn BTC um 15,6 % auf 84\.448 \$ fällt, wird die Position liquidiert\./);
    await page.locator("#page-privacy").click();
    await page.getByText("Was Sie eingeben, bleibt auf Ihrem Gerät.").filter({ visible: true }).first().waitFor();
    await page.locator("#page-methodology").click();
    await page.locator("#document-methodology a[href='#document-source-errors']").first().click();
    await page.locator("#document-source-errors table, #document-source-errors p").first().waitFor();
    await page.locator("#page-notices").click();
    await page.locator("#document-notices").getByText("## lit ").waitFor();
    assert.equal(new URL(page.url()).hash, "");
    assert.equal(await page.locator("body > footer a:not([href^='#'], [href^='https:'])").count(), 0);
    assert.deepEqual(await violations(page), []);
  }));
