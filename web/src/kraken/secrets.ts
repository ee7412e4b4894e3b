// SPDX-License-Identifier: MIT
//
// Keys of Kraken's interface are 42 bytes and secrets 64 bytes in base64. None belongs on this page.

const kRun = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{54,}={0,2}(?![A-Za-z0-9+/=])/g;
const kLengths = new Set([56, 88]);

/** Whether something in a text has the form of a key or a secret. */
export function holdsSecret(text: string): boolean {
  for (const [run] of text.matchAll(kRun)) {
    if (kLengths.has(run.length) && /[A-Z]/.test(run) && /[a-z]/.test(run) && /[0-9+/]/.test(run)) return true;
  }
  return false;
}
