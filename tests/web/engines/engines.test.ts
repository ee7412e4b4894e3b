// SPDX-License-Identifier: MIT
//
// The same journeys in three browsers' engines. A browser is only started on a page that walks them by itself and
// posts its verdict, so none of them has to be steered.
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { json } from "node:stream/consumers";

import { serve } from "../../../web/serve.mjs";

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

for (const [engine, command] of Object.entries(engines)) {
  test(`the journeys in ${engine}`, async () => {
    const profile = mkdtempSync(join(tmpdir(), "margin-engine-"));
    let browser: ChildProcess | undefined;
    let heard: (verdict: Promise<Verdict>) => void = () => undefined;
    const verdict = new Promise<Verdict>((resolve) => (heard = resolve));
    const server = await serve({ port: 0, base: "/some/path/", before: journeyPage(heard) });
    try {
      const [program = "", ...words] = command(profile, `${server.address}journeys.html`);
      // A group of its own, which ends with all that it started.
      browser = spawn(program, words, { detached: true, stdio: "ignore", env: { ...process.env, HOME: profile } });
      const ended = new Promise<never>((_, reject) => {
        browser?.once("error", reject);
        browser?.once("exit", (code) => reject(new Error(`${program} ended with ${code} before it said anything`)));
        setTimeout(() => reject(new Error("no verdict")), kPatience).unref();
      });
      const { walked, failures, browser: name } = await Promise.race([verdict, ended]);
      assert.deepEqual(failures, [], name);
      assert.equal(walked, 8);
    } finally {
      end(browser);
      await server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  });
}

function end(browser: ChildProcess | undefined): void {
  try {
    if (browser?.pid) process.kill(-browser.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
