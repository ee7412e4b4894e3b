// SPDX-License-Identifier: MIT
//
// Live prices, in a file of their own that is loaded when they are turned on.
export { feedStates, sourceHint } from "../parts/live-prices.ts";
export { Feeds } from "./feeds.ts";
