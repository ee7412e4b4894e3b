// SPDX-License-Identifier: MIT
//
// In place of the page's worker, which a file has none of: the work is done on the page.

export function ownWorker(): never {
  throw new Error("a file has no worker");
}
