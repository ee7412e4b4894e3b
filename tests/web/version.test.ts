// SPDX-License-Identifier: MIT
//
// One version for all: project(margin VERSION …) in CMakeLists.txt is the source. The command line's is compared in
// tests/module, the installed library's in tests/install, the npm package's and the page's in tests/web/browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { calculator } from "./module.ts";

const textOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const firstOf = (file: string, version: RegExp) => version.exec(textOf(file))?.[1];

test("every file that names the version names the same", () => {
  const version = firstOf("CMakeLists.txt", /project\(margin VERSION (\d+\.\d+\.\d+) /);
  const list = JSON.parse(textOf("package-lock.json"));
  assert.deepEqual(
    {
      "the module": calculator.version,
      "package.json": JSON.parse(textOf("package.json")).version,
      "package-lock.json": [list.version, list.packages[""].version],
      "CHANGELOG.md": firstOf("CHANGELOG.md", /^## (.*)$/m),
    },
    { "the module": version, "package.json": version, "package-lock.json": [version, version], "CHANGELOG.md": version },
  );
});
