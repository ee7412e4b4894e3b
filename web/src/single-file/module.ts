// SPDX-License-Identifier: MIT
//
// In place of both modules: the whole one, whose bytes are in the file itself. It also answers what the small one does.
import type { MarginModule } from "#margin";
import createMargin from "#margin";

import { unpacked } from "./unpacked.ts";

let module: Promise<MarginModule> | undefined;

export default function create(): Promise<MarginModule> {
  return (module ??= fromFile());
}

async function fromFile(): Promise<MarginModule> {
  return createMargin({ wasmBinary: await unpacked("packed-module").arrayBuffer() });
}
