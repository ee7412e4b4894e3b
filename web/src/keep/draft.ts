// SPDX-License-Identifier: MIT
//
// What was typed last, so that it is there again when the page is opened without a link.
import { kLongestFragment } from "../form/fragment.ts";
import { firstExample } from "../form/presets.ts";
import { device, type Store } from "./store.ts";

const kName = "draft";

/** The fragment; "" where there is none of ours. */
export function readDraft(store: Store = device): string {
  const draft = store.read(kName) ?? "";
  return draft.length <= kLongestFragment && /^v=[12](?:&|$)/.test(draft) ? draft : "";
}

/** The first example needs no keeping: it is there anyway. */
export function writeDraft(fragment: string, store: Store = device): void {
  if (fragment === firstExample.link) store.remove(kName);
  else store.write(kName, fragment);
}
