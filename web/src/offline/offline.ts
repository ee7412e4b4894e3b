// SPDX-License-Identifier: MIT
//
// The page without a network. Loaded by the page alone, not by the element on somebody else's.
import { loadCalculator } from "../module/calculator.ts";
import { Lines } from "./lines.ts";
import { keepVersions } from "./versions.ts";

/** Begins once all that the reader sees has come, so as to hold up none of it. */
async function begin(): Promise<void> {
  await loadCalculator();
  await import("../parts/later.ts");
  const lines = new Lines();
  await keepVersions({
    kept: () => lines.show({ kept: true }),
    newVersion: (reload) => lines.show({ reload }),
  });
}

// A frame belongs to the page around it.
if (window === window.top) begin().catch(() => undefined);
