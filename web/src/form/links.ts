// SPDX-License-Identifier: MIT
//
// Forms as links and back, and in other locales: what the first screen does not need comes with this chunk.
export { presets } from "./examples.ts";
export { inLocale } from "./in-locale.ts";
export { readFragment } from "./read-fragment.ts";
export { readLink } from "./read-link.ts";
export { writeFragment } from "./write-fragment.ts";
