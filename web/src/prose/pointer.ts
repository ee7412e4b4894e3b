// SPDX-License-Identifier: MIT
//
// JSON Pointers into scenarios and reports. Items of a list can also be named by what they are about, as in
// "/wallets/0/positions/PF_XBTUSD/size": their order need not be known.

/** The members by which an item of a list is named. */
const kNames = ["factor", "contract", "asset", "symbol"] as const;

type Tree = Record<string, unknown>;

/** What a pointer leads to; undefined where there is nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const step of stepsOf(pointer)) {
    if (typeof value !== "object" || value === null) return undefined;
    const key = keyIn(value as Tree, step);
    value = key === undefined ? undefined : (value as Tree)[key];
  }
  return value;
}

/** A copy of a document with another value at a pointer; undefined where the pointer leads nowhere in it. */
export function withValueAt<Document extends object>(document: Document, pointer: string, value: unknown): Document | undefined {
  const copy = structuredClone(document);
  const steps = stepsOf(pointer);
  const last = steps.pop();
  const parent = steps.reduce<unknown>(
    (tree, step) => (typeof tree === "object" && tree !== null ? (tree as Tree)[keyIn(tree as Tree, step) ?? ""] : undefined),
    copy,
  );
  if (last === undefined || typeof parent !== "object" || parent === null) return undefined;
  const key = keyIn(parent as Tree, last);
  if (key === undefined) return undefined;
  (parent as Tree)[key] = value;
  return copy;
}

function stepsOf(pointer: string): string[] {
  return pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function keyIn(tree: Tree, step: string): string | undefined {
  if (Object.hasOwn(tree, step)) return step;
  if (!Array.isArray(tree)) return undefined;
  const index = tree.findIndex((item: unknown) => kNames.some((name) => (item as Tree | null)?.[name] === step));
  return index < 0 ? undefined : String(index);
}
