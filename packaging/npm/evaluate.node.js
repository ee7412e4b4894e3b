// SPDX-License-Identifier: MIT
import { readFile } from "node:fs/promises";

import { answersOf } from "./answers.js";
import createMargin from "./wasm/margin-evaluate.mjs";

/** In Node the module must be handed the bytes of its file. */
export async function loadMargin(options) {
  const wasmBinary = options?.wasmBinary ?? (await readFile(new URL("./wasm/margin-evaluate.wasm", import.meta.url)));
  return answersOf(await createMargin({ wasmBinary }));
}
