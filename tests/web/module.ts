// SPDX-License-Identifier: MIT
//
// The shipped modules, loaded in Node, and what the web tests share with them.
import { readFileSync } from "node:fs";

import createMargin from "#margin";
import createMarginEvaluate from "#margin-evaluate";
import { numbersFor } from "../../web/src/format/numbers.ts";
import { calculatorOf, furtherCalculatorOf } from "../../web/src/module/calculator.ts";

const bytesOf = (name: string) => readFileSync(new URL(`../../build/wasm/${name}.wasm`, import.meta.url));

export const calculator = calculatorOf(await createMarginEvaluate({ wasmBinary: bytesOf("margin-evaluate") }));
export const furtherCalculator = furtherCalculatorOf(await createMargin({ wasmBinary: bytesOf("margin") }));
export const numbers = numbersFor("en");
