// SPDX-License-Identifier: MIT
//
// The account in the form beside one that is pinned.
import { test } from "node:test";
import type { Page } from "playwright-core";

import { lead, says, visit, withBrowser, inAll } from "./browser.ts";

withBrowser();

const row = (page: Page, name: string) =>
  page.locator(".compare tr").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

test("a pinned account stands beside the one that is changed, outlives a reload, and is unpinned", () =>
  visit({}, async (page) => {
    await page.getByRole("button", { name: "Pin this account" }).click();
    await page.getByLabel("Haircut of BTC").fill("10");
    await says(row(page, "Margin equity"), /\$98,000\.00 \$90,000\.00 Lower by \$8,000\.00 \(−8\.2%\)$/);
    await says(row(page, "Liquidation: BTC, below"), /Nearer \(price \+1\.4%\)$/);
    await page.waitForTimeout(400);
    await page.reload();
    await says(row(page, "Margin equity"), /\$98,000\.00 \$90,000\.00/);
    await page.getByRole("button", { name: "Unpin" }).click();
    await page.getByRole("button", { name: "Pin this account" }).waitFor();
  }));

test("swapped, the pinned account is in the form; undone, both are where they were", () =>
  visit({}, async (page) => {
    await page.getByRole("button", { name: "Pin this account" }).click();
    await page.getByRole("button", { name: /ETH pledged, SOL long/ }).click();
    await page.getByRole("button", { name: /^Swap/ }).click();
    await says(lead(page), /BTC contracts/);
    await says(row(page, "Margin equity"), /\$37,600\.00 \$98,000\.00/);
    await page.locator("#undo").click();
    await says(lead(page), /SOL contracts/);
    await says(row(page, "Margin equity"), /\$98,000\.00 \$37,600\.00/);
  }));

test("a saved account is compared with one of another type", inAll, () =>
  visit({ fragment: "#v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000" }, async (page) => {
    await page.getByLabel("Name to save this account under").fill("Inverse");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Compare with Inverse" }).click();
    await page.getByRole("button", { name: /Micro Bitcoin/ }).click();
    await says(row(page, "Margin equity"), /\$80\.00 \$4,000\.00/);
    await says(row(page, "Margin in force now"), /– \(only US futures .*\) \$2,000\.00 –$/);
  }));
