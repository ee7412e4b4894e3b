// SPDX-License-Identifier: MIT
//
// Pictures of every section, for people to look at in build/looks; and the first screen looks the same each time.
import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

import { presets } from "../../../web/src/form/examples.ts";
import { openAll, visit, withBrowser } from "../browser/browser.ts";

withBrowser();

const folder = fileURLToPath(new URL("../../../build/looks", import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

type Media = Parameters<Page["emulateMedia"]>[0];
const looks: Record<string, Media> = {
  light: { colorScheme: "light", forcedColors: "none", media: "screen" },
  dark: { colorScheme: "dark", forcedColors: "none", media: "screen" },
  forced: { colorScheme: "light", forcedColors: "active", media: "screen" },
  print: { colorScheme: "light", forcedColors: "none", media: "print" },
};
const widths = { wide: 1280, narrow: 360 };

for (const { id, link } of presets().filter(({ id }) => ["btc-long", "eth-sol", "inverse", "us-close", "orders", "debt"].includes(id))) {
  test(`pictures of ${id}`, () =>
    visit({ fragment: `#${link}`, reducedMotion: "reduce" }, async (page) => {
      // Pictures of long pages take a while.
      page.setDefaultTimeout(60_000);
      await page.locator("#add-order").waitFor();
      await inEveryLook(page, `${id}-closed`, looks);
      // The folds do not open in another colour than they stand in.
      await openAll(page, "details.fold");
      await inEveryLook(page, `${id}-open`, id === "btc-long" || id === "us-close" ? looks : { light: looks["light"] });
    }));
}

async function inEveryLook(page: Page, name: string, looks: Record<string, Media>): Promise<void> {
  for (const [look, media] of Object.entries(looks)) {
    await page.emulateMedia(media);
    for (const [width, pixels] of Object.entries(widths)) {
      await page.setViewportSize({ width: pixels, height: 900 });
      await page.screenshot({ path: `${folder}/${name}-${look}-${width}.png`, fullPage: true });
    }
  }
  await page.emulateMedia(looks["light"]!);
}

test("the first screen looks the same after it is loaded again", () =>
  visit({ reducedMotion: "reduce" }, async (page) => {
    const take = async () => {
      await page.locator("#add-order").waitFor();
      return page.screenshot({ caret: "hide", animations: "disabled" });
    };
    const first = await take();
    await page.reload();
    assert.ok(first.equals(await take()));
  }));
