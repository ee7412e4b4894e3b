// SPDX-License-Identifier: MIT
//
// The modules take and return documents as JSON text; here they are values.

const answersDocument = [
  "evaluate",
  "checkRulebook",
  "explain",
  "explainFigure",
  "equityProtection",
  "pledgeOrSell",
  "compare",
  "curve",
  "map",
  "inverse",
  "ladder",
  "sensitivity",
  "holdingTime",
  "odds",
  "replay",
  "planMap",
];
const answersNumbers = ["usageOfMap", "liquidationPrices"];

/** The answers that a module has, the whole one or the small one. */
export function answersOf(module) {
  const of = (names, answer) => names.filter((name) => name in module).map((name) => [name, answer(module[name])]);
  return {
    ...Object.fromEntries(of(answersDocument, (ask) => (document, ...path) => JSON.parse(ask(text(document), ...path)))),
    ...Object.fromEntries(of(answersNumbers, (ask) => (document) => ask(text(document)))),
    rulebooks: () => JSON.parse(module.rulebooks()),
    version: () => module.version(),
  };
}

/** What has no JSON text is no document, which is for the module to say. */
function text(document) {
  return typeof document === "string" ? document : (JSON.stringify(document) ?? "");
}
