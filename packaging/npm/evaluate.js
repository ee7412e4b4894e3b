// SPDX-License-Identifier: MIT
import { answersOf } from "./answers.js";
import createMargin from "./wasm/margin-evaluate.mjs";

/** The module finds its file beside itself. */
export async function loadMargin(options) {
  return answersOf(await createMargin({ ...options }));
}
