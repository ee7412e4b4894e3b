// SPDX-License-Identifier: MIT
//
// The same journeys in three browsers' engines. A browser is only started on a page that walks them by itself and
// posts its verdict, so none of them has to be steered.
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

import { builtPage, serve } from "../../../web/serve.mjs";

const kPatience = 180_000;

/** How each is started; `profile` is a new folder. */
const engines: Record<string, (profile: string, address: string) => string[]> = {
  Chromium: (profile, address) => [
    process.env["CHROMIUM"] ?? "chromium",
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    `--user-data-dir=${profile}`,
    address,
  ],
  Firefox: (profile, address) => ["firefox-esr", "--headless", "--no-remote", "--profile", profile, address],
  WebKit: (_, address) => ["xvfb-run", "--auto-servernum", miniBrowser(), address],
};

/** WebKitGTK's own small browser. */
function miniBrowser(): string {
  const [path] = globSync(["/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser"]);
  assert.ok(path, "there is no MiniBrowser of WebKitGTK");
  return path;
}

interface Verdict {
  walked: number;
  failures: string[];
  browser: string;
}

const own = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** The page that walks, beside the built one: its own policy lets it hold that one in a frame. */
function journeyPage(heard: (verdict: Promise<Verdict>) => void) {
  const give = (response: ServerResponse, type: string, text: string) => {
    const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self'";
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": policy }).end(text);
    return true;
  };
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    switch (request.url) {
      case "/journeys.html":
        return give(response, "text/html", own("journeys.html"));
      case "/journeys.js":
        return give(response, "text/javascript", stripTypeScriptTypes(own("journeys.ts")));
      case "/verdict":
        heard(json(request) as Promise<Verdict>);
        response.writeHead(204).end();
        return true;
      default:
        return false;
    }
  };
}

/** Starts the browser on what `opened` gives for a new folder and the server's address. Its verdict on that. */
async function verdictIn(engine: string, opened: (folder: string, address: string) => string): Promise<Verdict> {
  const profile = mkdtempSync(join(tmpdir(), "margin-engine-"));
  let browser: ChildProcess | undefined;
  let heard: (verdict: Promise<Verdict>) => void = () => undefined;
  const verdict = new Promise<Verdict>((resolve) => (heard = resolve));
  const server = await serve({ port: 0, base: "/some/path/", before: journeyPage(heard) });
  try {
    const [program = "", ...words] = engines[engine]!(profile, opened(profile, server.address));
    // A group of its own, which ends with all that it started.
    browser = spawn(program, words, { detached: true, stdio: "ignore", env: { ...process.env, HOME: profile } });
    const ended = new Promise<never>((_, reject) => {
      browser?.once("error", reject);
      browser?.once("exit", (code) => reject(new Error(`${program} ended with ${code} before it said anything`)));
      setTimeout(() => reject(new Error("no verdict")), kPatience).unref();
    });
    return await Promise.race([verdict, ended]);
  } finally {
    end(browser);
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

for (const engine of Object.keys(engines)) {
  test(`the journeys in ${engine}`, async () => {
    const { walked, failures, browser } = await verdictIn(engine, (_, address) => `${address}journeys.html`);
    assert.deepEqual(failures, [], browser);
    assert.equal(walked, 8);
  });

  test(`the page as one file in ${engine}`, async () => {
    const { failures, browser } = await verdictIn(engine, walkingFile);
    assert.deepEqual(failures, [], browser);
  });
}

/** The file with a script that walks it, which its policy is told of. Its address. */
function walkingFile(folder: string, address: string): string {
  const script = stripTypeScriptTypes(own("file-journey.ts")).replace("export {};", "");
  const hash = createHash("sha256").update(script).digest("base64");
  const text = readFileSync(join(builtPage, "margin-calculator.html"), "utf8")
    .replace("script-src ", `connect-src ${new URL(address).origin}; script-src 'sha256-${hash}' `)
    .replace("</body>", () => `<script data-verdict="${address}verdict">${script}</script></body>`);
  const file = join(folder, "margin-calculator.html");
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

function end(browser: ChildProcess | undefined): void {
  try {
    if (browser?.pid) process.kill(-browser.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
