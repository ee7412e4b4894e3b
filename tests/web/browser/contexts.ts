// SPDX-License-Identifier: MIT
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

export interface Opened {
  page: Page;
  /** Closes it, and whatever it has opened. */
  leave: () => Promise<unknown>;
}

/**
 * Where the pages of one file's tests are opened. What was fetched and compiled for one test is there for the next,
 * which saves half of a visit; the page is a new one each time, and nothing is stored.
 */
export class Contexts {
  readonly #browser: Browser;
  /** By their options. */
  readonly #shared = new Map<string, BrowserContext>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** A page without anything that was stored for these addresses. */
  async open(options: BrowserContextOptions, addresses: readonly string[]): Promise<Opened> {
    // What a page can be told by itself does not keep it from the context of the others.
    const { viewport, colorScheme, ...others } = options;
    const context = await this.#sharedBy(others);
    const page = await context.newPage();
    if (viewport) await page.setViewportSize(viewport);
    if (colorScheme) await page.emulateMedia({ colorScheme });
    const session = await context.newCDPSession(page);
    for (const address of addresses) {
      await session.send("Storage.clearDataForOrigin", { origin: new URL(address).origin, storageTypes: "all" });
    }
    await session.detach();
    return { page, leave: () => Promise.all(context.pages().slice(1).map((one) => one.close())) };
  }

  /** A page that shares nothing with any other. */
  async openAlone(options: BrowserContextOptions): Promise<Opened> {
    const context = await this.#create(options);
    return { page: await context.newPage(), leave: () => context.close() };
  }

  /** Its first page stays: without one the browser forgets what it has compiled. */
  async #sharedBy(options: BrowserContextOptions): Promise<BrowserContext> {
    const key = JSON.stringify(options);
    const known = this.#shared.get(key);
    if (known) return known;
    const context = await this.#create(options);
    await context.newPage();
    this.#shared.set(key, context);
    return context;
  }

  async #create(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: "en-US",
      reducedMotion: "reduce",
      serviceWorkers: "block",
      ...options,
    });
    context.setDefaultTimeout(10_000);
    return context;
  }
}
