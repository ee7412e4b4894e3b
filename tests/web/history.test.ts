// SPDX-License-Identifier: MIT
//
// Steps back and on again, over random sequences of changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { History, type Standing } from "../../web/src/element/history.ts";
import { emptyForm } from "../../web/src/form/model.ts";

const standing = (title: string): Standing => ({
  form: { ...emptyForm(), title },
  typed: new Set(),
  example: undefined,
  shown: undefined,
  locale: "en",
});

test("every step can be taken back and made again, in order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("change", "undo", "redo"), { maxLength: 60 }), (acts) => {
      const history = new History();
      // What a reader would remember: all titles so far, and where among them one stands.
      let titles = ["0"];
      let at = 0;
      let made = 0;
      for (const act of acts) {
        const now = standing(titles[at]!);
        if (act === "change") {
          history.note(now, {}, 0);
          titles = [...titles.slice(0, at + 1), String(++made)];
          at++;
        } else {
          const to = act === "undo" ? history.undo(now) : history.redo(now);
          const expected = titles[act === "undo" ? at - 1 : at + 1];
          assert.equal(to?.form.title, expected);
          if (to) at += act === "undo" ? -1 : 1;
        }
        assert.equal(history.last !== undefined, at > 0);
        assert.equal(history.next !== undefined, at < titles.length - 1);
      }
    }),
  );
});

test("typing in one field is one step until one pauses or goes elsewhere", () => {
  const history = new History();
  history.note(standing("first"), { field: "a" }, 0);
  history.note(standing("typed"), { field: "a" }, 900);
  history.note(standing("paused"), { field: "a" }, 2000);
  history.note(standing("elsewhere"), { field: "b" }, 2100);
  assert.equal(history.undo(standing("now"))?.form.title, "elsewhere");
  assert.equal(history.undo(standing("elsewhere"))?.form.title, "paused");
  assert.equal(history.undo(standing("paused"))?.form.title, "first");
  assert.equal(history.undo(standing("first")), undefined);
});

test("the oldest of very many steps are forgotten", () => {
  const history = new History();
  for (let step = 0; step < 300; step++) history.note(standing(String(step)), {}, step);
  let oldest = "";
  for (let back = history.undo(standing("300")); back; back = history.undo(back)) oldest = back.form.title;
  assert.equal(oldest, "100");
});
