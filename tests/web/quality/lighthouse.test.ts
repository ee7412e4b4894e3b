// SPDX-License-Identifier: MIT
//
// Lighthouse gives the page all its points, on a telephone and on a desktop. Those for speed are the machine's as much
// as the page's: the bench measures them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { devices, measure, serveCompressed, type Result } from "./lighthouse.mjs";

const kCategories = ["accessibility", "best-practices", "seo"];

let server: Awaited<ReturnType<typeof serveCompressed>>;
before(async () => {
  server = await serveCompressed();
});
after(() => server?.close());

for (const [device, options] of Object.entries(devices)) {
  test(`all points but those for speed on a ${device}`, async () => {
    assert.deepEqual(missedIn(await measure(server.address, kCategories, options)), []);
  });
}

/** The categories that have not all points, and why. */
function missedIn({ categories, audits }: Result): string[] {
  return kCategories.flatMap((name) => {
    const { score, auditRefs } = categories[name]!;
    const why = auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${audits[id]!.title} ${audits[id]!.displayValue ?? ""}`);
    return score === 1 ? [] : [`${name} ${score}: ${why.join("; ")}`];
  });
}
