// SPDX-License-Identifier: MIT
//
// The service worker: keeps every file of one version of the page and answers from them. A newer version waits until
// no page shows a former one, or until a reader asks for it.
import { cacheNames, setCacheNameDetails } from "workbox-core";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { NetworkFirst } from "workbox-strategies";

import { kTakeOver } from "./take-over.ts";

/** As much of the browser's interface as is used; the types for workers exclude those for pages. */
interface Scope {
  /** The files of this version, written here by the build. */
  __WB_MANIFEST: Parameters<PrecacheController["addToCacheList"]>[0];
  registration: { scope: string; waiting: unknown; installing: unknown };
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly { id: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "message" | "fetch", hear: (event: WorkerEvent) => void): void;
}

interface WorkerEvent extends Event {
  readonly data: unknown;
  readonly request: Request;
  readonly resultingClientId: string;
  waitUntil(work: Promise<unknown>): void;
}

declare const self: Scope;

// With the scope in its name: other pages of the same host keep their own.
setCacheNameDetails({ prefix: "margin" });
const precache = new PrecacheController();
precache.addToCacheList(self.__WB_MANIFEST);

self.addEventListener("install", (event) => void precache.install(event));

self.addEventListener("activate", (event) => event.waitUntil(Promise.all([self.clients.claim(), tidy(event)])));

self.addEventListener("message", ({ data }) => {
  if (data === kTakeOver) void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.waitUntil(tidy(event, event.resultingClientId));
});

// What stands behind "?" is the page's own to read.
registerRoute(new PrecacheRoute(precache, { ignoreURLParametersMatching: [/./] }));

/** A page of a former version, still open, finds what it has not loaded yet. */
registerRoute(
  ({ url }) => ["assets/", "element/"].some((folder) => url.href.startsWith(self.registration.scope + folder)),
  async ({ request }) => (await caches.match(request, { cacheName: cacheNames.precache })) ?? fetch(request),
);

/** Rules of the host's own, which change without a version of the page: as they were last, where there is no network. */
registerRoute(({ url }) => new URL("rulebook.json", self.registration.scope).href === url.href, new NetworkFirst({ cacheName: cacheNames.runtime }));

/** Throws the files of former versions away once no page is open that may show one, but for the one that `opens`. */
async function tidy(event: WorkerEvent, opens?: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const { installing, waiting } = self.registration;
  // The files of a version to come are in the same cache.
  if (pages.some(({ id }) => id !== opens) || installing || waiting) return;
  await precache.activate(event as never);
}
