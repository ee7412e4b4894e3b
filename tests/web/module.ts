// SPDX-License-Identifier: MIT
//
// The shipped module, loaded in Node, and what the web tests share with it.
import { readFileSync } from "node:fs";

import createMargin from "#margin";
import { numbersFor } from "../../web/src/format/numbers.ts";
import { calculatorOf } from "../../web/src/module/calculator.ts";

const wasmBinary = readFileSync(new URL("../../build/wasm/margin.wasm", import.meta.url));

export const calculator = calculatorOf(await createMargin({ wasmBinary }));
export const numbers = numbersFor("en");
