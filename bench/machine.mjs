// SPDX-License-Identifier: MIT
// What was measured on, in words.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";

const firstLine = (command) => execFileSync(command, ["--version"], { encoding: "utf8" }).split("\n")[0];

/** The compiler that CMake took. */
function compiler() {
  const cache = readFileSync(new URL("../build/release/CMakeCache.txt", import.meta.url), "utf8");
  return firstLine(/^CMAKE_CXX_COMPILER:[A-Z]+=(.+)$/m.exec(cache)[1]).replace(/^\S*?([^\s/]+) /, "$1 ");
}

export function machine() {
  const cores = cpus();
  const emscripten = /\d+\.\d+\.\d+/.exec(firstLine("em++"))[0];
  return `${cores[0].model.trim()}, ${cores.length} cores; Node ${process.versions.node}, ${compiler()}, Emscripten ${emscripten}`;
}
