// SPDX-License-Identifier: MIT
// A process of its own, run by compare.mjs: from the instantiated module to its first map, and what the module took to
// be there. Prints both in milliseconds.
import { existsSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const account = "/proc/self/schedstat";
const onProcessor = () => (existsSync(account) ? Number(readFileSync(account, "utf8").split(" ")[0]) / 1e6 : 0);

const { text } = JSON.parse(process.argv[2]);
const begun = performance.now();
const { default: createMargin } = await import("../build/wasm/margin.mjs");
const margin = await createMargin({ wasmBinary: readFileSync(new URL("../build/wasm/margin.wasm", import.meta.url)) });
const workedBefore = onProcessor();
const there = performance.now();
const usage = margin.usageOfMap(text);
const answered = performance.now();
const working = onProcessor() - workedBefore;
if (usage.length === 0) throw new Error(margin.map(text));
console.log(JSON.stringify({ first: answered - there, load: there - begun, working }));
