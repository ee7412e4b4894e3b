// SPDX-License-Identifier: MIT
//
// The example projects as their readers build them: a page of one file, React, and pages made of Markdown.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import sirv from "sirv";
import { build } from "vite";

import { assemble } from "../../../scripts/package.mjs";
import { builtPage } from "../../../web/serve.mjs";
import { inAll, lead, says, visit, withBrowser } from "./browser.ts";

withBrowser();

const root = fileURLToPath(new URL("../../../", import.meta.url));
const projects = `${root}build/examples`;

/** A host that sends no policy, as many do not. */
let host: Server;
before(async () => {
  rmSync(projects, { recursive: true, force: true });
  host = createServer(sirv(projects, { dev: true }));
  host.listen(0, "127.0.0.1");
  await once(host, "listening");
});
after(() => {
  host.closeAllConnections();
  host.close();
});

/** A copy of a project, with the packages that were installed for it. */
function copied(name: string): string {
  const project = `${projects}/${name}`;
  const installed = `${root}examples/${name}/node_modules`;
  cpSync(`${root}examples/${name}`, project, { recursive: true, filter: (path) => path !== installed });
  return project;
}

const open = (path: string, look: (page: Page) => Promise<unknown>) =>
  visit({ address: `http://127.0.0.1:${(host.address() as AddressInfo).port}/${path}/`, loads: false }, look);

/** One more bitcoin, by the keyboard, and the account's end comes nearer. */
async function oneMore(page: Page, field: ReturnType<Page["getByRole"]>): Promise<void> {
  await says(lead(page), /^You control \$500,000 of BTC contracts .* falls 15\.6% to \$84,448/);
  await field.focus();
  await page.keyboard.press("ArrowUp");
  await says(lead(page), /^You control \$600,000 of BTC contracts .* \$86,819/);
}

test("a page of one file: its script is told, and its sentence changes the account", async () => {
  cpSync(builtPage, `${copied("plain-html")}/margin-calculator`, { recursive: true });
  await open("plain-html", async (page) => {
    await says(page.locator("#told"), "84448 USD");
    await oneMore(page, page.getByRole("slider", { name: "Contracts, in bitcoin" }));
    await says(page.locator("#told"), "86819 USD");
  });
});

test("React: a state sets the scenario, a listener is told, and the types hold", inAll, async () => {
  const project = copied("react");
  mkdirSync(`${project}/node_modules`);
  const installed = `${root}examples/react/node_modules`;
  for (const name of readdirSync(installed)) symlinkSync(`${installed}/${name}`, `${project}/node_modules/${name}`);
  assemble(pathToFileURL(`${project}/node_modules/margin-calculator/`));
  const { stdout } = spawnSync(`${installed}/.bin/tsc`, ["--noEmit"], { cwd: project, encoding: "utf8" });
  assert.equal(stdout, "");
  const options = { outDir: "dist", assetsInlineLimit: 0, modulePreload: false, target: "es2022" } as const;
  await build({ root: project, base: "./", configFile: false, logLevel: "silent", build: options });
  await open("react/dist", async (page) => {
    const told = page.locator("main > p output");
    await says(told, "84448 USD");
    await oneMore(page, page.getByRole("spinbutton", { name: "Contracts, in bitcoin" }));
    await says(told, "86819 USD");
  });
});

test("Markdown: the element and its words pass through the generator", inAll, async () => {
  const project = copied("markdown");
  cpSync(builtPage, `${project}/margin-calculator`, { recursive: true });
  symlinkSync(`${root}examples/markdown/node_modules`, `${project}/node_modules`);
  execFileSync(process.execPath, ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet"], { cwd: project });
  await open("markdown/site", async (page) => {
    await oneMore(page, page.getByRole("slider", { name: "Contracts, in bitcoin" }));
    await says(page.locator("margin-value[answer] .answer"), "$86,819");
    // The words for readers without a script are Markdown as well.
    assert.equal(await page.locator("margin-calculator strong").first().textContent(), "liquidated");
  });
});
