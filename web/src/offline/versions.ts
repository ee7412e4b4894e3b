// SPDX-License-Identifier: MIT
//
// The page's side of the service worker: what it keeps is one version of the page, and another is only shown when the
// reader asks for it.
import { ownServiceWorker } from "../page/trusted.ts";
import { kTakeOver } from "./take-over.ts";

/** Milliseconds: a page that stays open for days looks for a new version as the reader comes back to it. */
const kBetweenLooks = 3_600_000;

export interface Heard {
  /** The page works without a network from now on. */
  kept(): void;
  /** A new version is there. `reload` shows it. */
  newVersion(reload: () => void): void;
}

/** Lets the browser keep the page. Rejects where it does not, as in some private windows. */
export async function keepVersions({ kept, newVersion }: Heard): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(ownServiceWorker(), { updateViaCache: "none" });
  const offer = () => newVersion(() => reload(registration));
  whenOneWaits(registration, offer);
  // Another tab may have asked for the new version. What this one shows goes on with its own files.
  if (serviceWorker.controller) serviceWorker.addEventListener("controllerchange", offer, { once: true });
  lookWhenSeen(registration);
  await serviceWorker.ready;
  kept();
}

function whenOneWaits(registration: ServiceWorkerRegistration, offer: () => void): void {
  if (registration.waiting) offer();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      // The very first is none to wait for.
      if (installing.state === "installed" && registration.active) offer();
    });
  });
}

/** The form is kept: in the address and as the draft, both written as the page is left. */
function reload({ waiting }: ServiceWorkerRegistration): void {
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage(kTakeOver);
}

function lookWhenSeen(registration: ServiceWorkerRegistration): void {
  let looked = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || performance.now() - looked < kBetweenLooks) return;
    looked = performance.now();
    // Without a network there is nothing to find.
    registration.update().catch(() => undefined);
  });
}
