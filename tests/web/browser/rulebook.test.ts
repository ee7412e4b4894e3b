// SPDX-License-Identifier: MIT
//
// A rulebook of the page's host, named in the markup, and one that the reader opens.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";

import type { Rulebook } from "#margin";
import { addressSays, figure, lead, nonsense, read, says, visit, withBrowser, inAll } from "./browser.ts";

withBrowser();

const global = JSON.parse(readFileSync(new URL("../../../rulebooks/kraken-global.json", import.meta.url), "utf8")) as Rulebook;

function later(own: Partial<Rulebook> = {}): string {
  const { BTC, ...others } = global.assets;
  return JSON.stringify({ ...global, effective: "2027-01-01", assets: { BTC: { ...BTC, haircut: 0.1 }, ...others }, ...own });
}

/** A page whose host has put such a file beside it. */
const beside = (rulebook: string) => async (page: Page) => {
  await page.route(/\/some\/path\/$/, async (route) => {
    const answer = await route.fetch();
    const markup = (await answer.text()).replace("<margin-calculator>", `<margin-calculator rulebook="./rulebook.json">`);
    await route.fulfill({ response: answer, body: markup });
  });
  await page.route(/\/rulebook\.json$/, (route) => route.fulfill({ json: JSON.parse(rulebook) as unknown }));
};

const notices = (page: Page) => page.locator(".notices li");
const choice = (page: Page) => page.getByLabel("Rulebook", { exact: true });

test("a later one is used, shown as the host's, and named in the link; the former can be chosen", () =>
  visit({ prepare: beside(later()) }, async (page) => {
    await says(figure(page, "marginEquity"), "$90,000.00");
    assert.equal(await notices(page).count(), 0);
    await says(page.locator("margin-calculator footer p").nth(1), /in effect from 2027-01-01\..* this page’s host brings them, in \.\/rulebook\.json\.$/);
    await says(page.locator("section[aria-labelledby=rules-title] .hint", { hasText: "In effect from" }), /^In effect from 2027-01-01\. These rules did not come with the program/);
    await page.getByLabel("Entry price of position 1").fill("100000");
    await addressSays(page, /^#v=1&r=kraken-global@2027-01-01&c=/);
    // What rests on the whole module has the same rules.
    await page.locator("#sources > summary").click();
    await page.locator("#sources li").first().waitFor();
    await choice(page).selectOption({ label: `From ${global.effective}: ${global.title}` });
    await says(figure(page, "marginEquity"), "$98,000.00");
    await addressSays(page, new RegExp(`^#v=1&r=kraken-global@${global.effective}&c=`));
    assert.deepEqual(await nonsense(page), []);
  }));

test("one that is no later, is wrong, is not there or is somebody else's is told of, and the program's own stays", async () => {
  const cases: [rulebook: string, expected: RegExp][] = [
    [later({ effective: "2025-01-01" }), /^The rulebook \.\/rulebook\.json, in effect from 2025-01-01, is not used: the program has “Kraken/],
    [later({ effective: "soon" }), /^\.\/rulebook\.json is not a rulebook this page can use\.$/],
  ];
  for (const [rulebook, expected] of cases) {
    await visit({ prepare: beside(rulebook) }, async (page) => {
      await says(notices(page).first(), expected);
      await says(figure(page, "marginEquity"), "$98,000.00");
      assert.equal(await choice(page).locator("option").count(), 4);
    });
  }
  const missing = async (page: Page) => {
    await beside("{}")(page);
    await page.route(/\/rulebook\.json$/, (route) => route.fulfill({ status: 404 }));
  };
  await visit({ prepare: missing, expected: /404/ }, async (page) => {
    await says(notices(page).first(), "The rulebook ./rulebook.json did not arrive.");
    await says(notices(page).nth(1), "The rules that came with the program stay in use.");
    await says(figure(page, "marginEquity"), "$98,000.00");
  });
});

test("a link under rules that are not there says so", () =>
  visit({ fragment: "#v=1&r=kraken-global@2027-01-01&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000" }, async (page) => {
    await says(notices(page), /^The link names rules that this page does not have \(“kraken-global@2027-01-01”\)/);
    await says(figure(page, "marginEquity"), "$98,000.00");
  }));

test("one that is opened as a file is used until the page is left", () =>
  visit({}, async (page) => {
    const open = (name: string, content: string) =>
      page.locator("#open-file input, input#open-file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
    await open("venue.json", later({ id: "a-venue", title: "A venue" }));
    await says(notices(page), "The rules of venue.json are used from now on, until this page is left: “A venue”, in effect from 2027-01-01.");
    await says(figure(page, "marginEquity"), "$90,000.00");
    await addressSays(page, /^#v=1&r=a-venue@2027-01-01&c=/);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await says(figure(page, "marginEquity"), "$98,000.00");
    await open("wrong.json", later({ title: "" }));
    await says(notices(page).first(), "wrong.json is not a rulebook this page can use.");
  }));

test("an article names one of its own host for the element, and no other's", inAll, async () => {
  const html = (rulebook: string) => (address: string) =>
    `<script type="module" src="${address}/margin-calculator.js"></script><body><margin-calculator view="headline" rulebook="${rulebook}">`;
  const prepare = (page: Page) => page.route(/\/rules\.json$/, (route) => route.fulfill({ body: later() }));
  await read({ html: html("/rules.json"), prepare }, async (page) => {
    await says(lead(page), /with \$90,000 of margin equity/);
    await says(page.locator(".embedded-foot"), /this page’s host brings them, in \/rules\.json\./);
  });
  await read({ html: html("https://example.com/rules.json"), prepare }, async (page) => {
    await says(notices(page).first(), /^The rulebook https:\/\/example\.com\/rules\.json was not asked for/);
    await says(lead(page), /with \$98,000 of margin equity/);
  });
});
