// SPDX-License-Identifier: MIT
// Runs the native measurements: median microseconds by name.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

export function native() {
  const run = spawnSync("build/release/bench/requests_bench", { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}${run.error ?? ""}`);
  const lines = run.stdout.matchAll(/^benchmark\t(.+)\t(.+)$/gm);
  return Object.fromEntries(Array.from(lines, ([, name, nanoseconds]) => [name, Number(nanoseconds) / 1000]));
}
