// SPDX-License-Identifier: MIT
//
// Unpacks the page's script and starts it. The file's policy names both scripts by their hashes and lets no other run.
import { unpacked } from "./unpacked.ts";

/** As much of the browser's interface as is used; not every browser has it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScript: (text: string) => string }): {
    createScript: (text: string) => string;
  };
}

async function start(): Promise<void> {
  const createScript = (text: string) => text;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("margin", { createScript }) ?? { createScript };
  const script = document.createElement("script");
  script.textContent = policy.createScript(await unpacked("packed-script").text());
  document.body.append(script);
}

start().catch(() => {
  const trouble = document.getElementById("trouble");
  if (trouble) trouble.hidden = false;
});
