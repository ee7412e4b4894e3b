// SPDX-License-Identifier: MIT
//
// The query of a frame's address, and what an author pastes into an article.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { fixedNames } from "../../web/src/element/fixed.ts";
import { elementCode, frameCode, hostOf, pictureCode, plainLink, type Codes } from "../../web/src/embed/codes.ts";
import { asksForHeight, heightIn, themeIn } from "../../web/src/embed/messages.ts";
import { embeddedViews, queryOf, readQuery, themes, type Presentation } from "../../web/src/embed/presentation.ts";
import { partWords } from "../../web/src/parts/article-words.ts";

const names = fc.uniqueArray(fc.constantFrom(...Object.keys(fixedNames), "positions.size"), { maxLength: 4 });
const presentations: fc.Arbitrary<Presentation> = fc.record({
  view: fc.constantFrom(...embeddedViews),
  theme: fc.constantFrom(...themes),
  lang: fc.constantFrom("", "de", "en"),
  lock: names,
  hide: names,
  rulebook: fc.constantFrom("", "./rulebook.json"),
});

test("a presentation comes back from its query", () => {
  fc.assert(fc.property(presentations, (presentation) => assert.deepEqual(readQuery(queryOf(presentation)), { ...presentation })));
});

test("any query is read as some presentation, and one that is not understood as none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (query) => {
      const { view, theme } = readQuery(query);
      assert.ok(embeddedViews.includes(view) && themes.includes(theme));
    }),
  );
  assert.equal(queryOf(readQuery("?view=constructor&theme=pink&lang=%22%3E&other=1&%E0")), "");
});

test("of messages, those of our shape count and no others, and heights within bounds", () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      assert.deepEqual([heightIn(message), themeIn(message), asksForHeight(message)], [undefined, undefined, false]);
    }),
  );
  assert.deepEqual([1e12, 3.2, -1, 640.4].map((height) => heightIn({ type: "margin-calculator:resize", height })), [4000, 200, 200, 641]);
});

const kCodes: Codes = {
  host: "https://example.org/margin/",
  fragment: `v=1&c=BTC:1@100000&t="<i>`,
  presentation: { view: "curve", theme: "dark", lang: "de", lock: ["prices", "positions.size"], hide: [], rulebook: "" },
  height: 700,
  title: `Margin "& more"`,
  sentence: "If BTC falls <15.6%> to $84,448, the position is liquidated.",
  hashes: { "margin-embed.js": "sha384-AAAA", "margin-calculator.js": "sha384-BBBB" },
};

test("the codes hold no style and no script of their own, and nothing of the account breaks out of them", () => {
  assert.equal(
    frameCode(kCodes),
    `<iframe class="margin-calculator" src="https://example.org/margin/embed.html?view=curve&amp;theme=dark&amp;lang=de&amp;lock=prices,positions.size#v=1&amp;c=BTC:1@100000&amp;t=&quot;&lt;i&gt;" title="Margin &quot;&amp; more&quot;" width="100%" height="700" frameborder="0" loading="lazy" allow="clipboard-write" referrerpolicy="no-referrer" sandbox="allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox"></iframe>
<script type="module" src="https://example.org/margin/margin-embed.js" integrity="sha384-AAAA" crossorigin="anonymous"></script>`,
  );
  assert.equal(
    elementCode({ ...kCodes, hashes: {} }),
    `<script type="module" src="https://example.org/margin/margin-calculator.js" crossorigin="anonymous"></script>
<margin-calculator scenario="v=1&amp;c=BTC:1@100000&amp;t=&quot;&lt;i&gt;" view="curve" theme="dark" lang="de" lock="prices positions.size" page="https://example.org/margin/">
  <a href="https://example.org/margin/?lang=de#v=1&amp;c=BTC:1@100000&amp;t=&quot;&lt;i&gt;">If BTC falls &lt;15.6%&gt; to $84,448, the position is liquidated.</a>
</margin-calculator>`,
  );
  assert.match(pictureCode(kCodes, "a.png"), /^<a href="[^"]*"><img src="a\.png" alt="If BTC falls &lt;15\.6%&gt; [^"]*" width="640"><\/a>$/);
  assert.equal(plainLink({ ...kCodes, presentation: { ...kCodes.presentation, lang: "" } }), `https://example.org/margin/#${kCodes.fragment}`);
});

test("a host is a folder on the internet, whatever page of it is named", () => {
  for (const [address, host] of [
    ["https://example.org/margin/index.html?lang=de#v=1", "https://example.org/margin/"],
    ["https://example.org/margin", "https://example.org/margin/"],
    ["http://example.org", "http://example.org/"],
    ["file:///home/margin-calculator.html", undefined],
    ["javascript:alert(1)", undefined],
    ["nonsense", undefined],
  ] as const) {
    assert.equal(hostOf(address), host, address);
  }
});

test("every part that can be locked or hidden has words", () => {
  assert.deepEqual(partWords().map(({ name }) => name).sort(), Object.keys(fixedNames).sort());
});
