// SPDX-License-Identifier: MIT
//
// The types of the WebAssembly module margin-evaluate.mjs: the part of margin.mjs that a page loads first.
import type { EvaluateModule, MarginModuleOptions } from "./margin.d.ts";

export type { EvaluateModule };

/** Creates the module. In a browser it finds margin-evaluate.wasm beside itself; in Node, pass its bytes. */
export default function createMargin(options?: MarginModuleOptions): Promise<EvaluateModule>;
