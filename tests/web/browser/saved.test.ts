// SPDX-License-Identifier: MIT
//
// What the page keeps on the reader's device.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { addressSays, figure, lead, says, visit, withBrowser } from "./browser.ts";

withBrowser();

const said = (page: Page) => page.locator("#keep-said");
const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage).sort());
const list = (page: Page) => page.locator(".saved-list");

async function save(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name to save this account under").fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await says(said(page), `Saved as “${name}”.`);
}

test("an account is saved, opened, renamed, deleted and brought back, in every tab", () =>
  visit({}, async (page) => {
    await save(page, "First");
    await says(list(page), /^First .*You control \$500,000 of BTC contracts/);
    await page.getByRole("button", { name: /ETH pledged, SOL long/ }).click();
    const other = await page.context().newPage();
    await other.goto(page.url().split("#")[0] ?? "");
    await save(page, "Second");
    await says(list(other), /^Second .*SOL contracts.*First/);
    await other.close();

    await page.getByRole("button", { name: "Open First" }).click();
    await says(lead(page), /BTC contracts/);
    await page.locator("#undo").click();
    await says(lead(page), /SOL contracts/);

    await page.getByRole("button", { name: "Rename First" }).click();
    await page.keyboard.type("My plan");
    await page.keyboard.press("Enter");
    await says(said(page), /^Renamed to “.*My plan.*”\.$/);

    await page.getByRole("button", { name: "Delete Second" }).click();
    await says(list(page), /^(?!.*Second)/);
    assert.equal(await page.locator("margin-calculator :focus").getAttribute("id"), "restore-saved");
    await page.keyboard.press("Enter");
    await says(list(page), /Second/);
  }));

test("one button clears all that is kept, once that is confirmed, and nothing of other pages", () =>
  visit({}, async (page) => {
    await page.evaluate(() => localStorage.setItem("theirs", "1"));
    await save(page, "First");
    await page.getByLabel("Haircut of BTC").fill("10");
    await addressSays(page, /~10/);
    assert.equal((await keys(page)).length, 3);
    await page.getByRole("button", { name: "Clear everything this page keeps" }).click();
    await page.getByRole("button", { name: "Clear everything", exact: true }).click();
    await says(said(page), "Everything this page kept on this device is cleared.");
    assert.deepEqual(await keys(page), ["theirs"]);
    await says(list(page), "");
  }));

test("what is kept and cannot be read is left alone and said", () =>
  visit(
    { prepare: (page) => page.addInitScript(() => localStorage.setItem("margin-calculator/saved/x", "<b>?</b>")) },
    async (page) => {
      await page.getByText("Something else is kept here that this page cannot read.").waitFor();
      await save(page, "First");
      assert.equal(await page.evaluate(() => localStorage.getItem("margin-calculator/saved/x")), "<b>?</b>");
    },
  ));

test("a storage that is refused is said, and the page works without; one that is full keeps nothing", async () => {
  const refuse = (page: Page) =>
    page.addInitScript(() => {
      const get = () => {
        throw new DOMException("denied", "SecurityError");
      };
      Object.defineProperty(window, "localStorage", { get });
      Object.defineProperty(window, "sessionStorage", { get });
    });
  await visit({ prepare: refuse }, async (page) => {
    await says(page.locator("#saved-refused"), /does not let the page keep anything/);
    await page.getByLabel("Haircut of BTC").fill("10");
    await addressSays(page, /~10/);
    await page.getByRole("button", { name: "Pin this account" }).click();
    await page.getByRole("button", { name: "Unpin" }).waitFor();
  });
  const fill = (page: Page) =>
    page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
  await visit({ prepare: fill }, async (page) => {
    await page.getByLabel("Name to save this account under").fill("First");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await says(said(page), /^It could not be saved/);
  });
});

test("what was typed last is there again, and a link someone sent does not replace it until it is changed", () =>
  visit({}, async (page) => {
    const bare = page.url();
    const open = async (fragment: string) => {
      await page.goto("about:blank");
      await page.goto(bare + fragment);
      await page.locator("#add-order").waitFor();
    };
    await page.getByLabel("Haircut of BTC").fill("10");
    await addressSays(page, /~10/);
    await open("#v=1&c=BTC:3@100000");
    await open("");
    await says(figure(page, "marginEquity"), "$90,000.00");
    await says(page.locator("#draft"), /^This is what you had here last\./);
    await page.getByRole("button", { name: "Start afresh" }).click();
    await says(figure(page, "marginEquity"), "$98,000.00");
    await page.locator("#undo").click();
    await says(figure(page, "marginEquity"), "$90,000.00");

    await open("#v=1&c=BTC:3@100000");
    await page.getByLabel("Haircut of BTC").fill("50");
    await addressSays(page, /~50/);
    await open("");
    await says(figure(page, "marginEquity"), "$150,000.00");
  }));
