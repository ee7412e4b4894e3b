// SPDX-License-Identifier: MIT
//
// The page's policy of trusted types: scripts are started from addresses of ours alone. Text never becomes markup or
// script.
import worker from "../background/worker.ts?worker&url";

/** Beside the page, so that its reach is the page's folder. */
const serviceWorker = "./service-worker.js";

/** All that may be started. */
const kOwn: readonly string[] = [worker, serviceWorker];

/** As much of the browser's interface as is used; not every browser has it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): {
    createScriptURL: (address: string) => string;
  };
}

function createScriptURL(address: string): string {
  if (!kOwn.includes(address)) throw new TypeError("This address is not one of ours.");
  return address;
}

const policy = ownPolicy() ?? { createScriptURL };

/** None where the browser has no trusted types, or an article's own policy does not let us make any. */
function ownPolicy() {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    return trustedTypes?.createPolicy("margin", { createScriptURL });
  } catch {
    return undefined;
  }
}

/** Starts the page's own worker. */
export function ownWorker(): Worker {
  return new Worker(policy.createScriptURL(worker), { type: "module", name: "margin" });
}

/** The address of the page's own service worker. */
export function ownServiceWorker(): string {
  return policy.createScriptURL(serviceWorker);
}
