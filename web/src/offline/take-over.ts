// SPDX-License-Identifier: MIT

/** What a page tells the service worker that waits: the reader wants its version. */
export const kTakeOver = "take over";
