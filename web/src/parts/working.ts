// SPDX-License-Identifier: MIT
//
// Where the working behind a figure stands; its steps come with the whole module.
import { msg } from "@lit/localize";
import { nothing, type TemplateResult } from "lit";

import { disclosure } from "./explain.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

/** The working behind the figure of the report that a JSON Pointer names. */
export function working(view: View, path: string): TemplateResult | typeof nothing {
  return told(view, view.further.views, (views) => views?.steps(view, path) ?? nothing);
}

/** The working behind the account after the order or the transfer that a JSON Pointer names. */
export function previewWorking(view: View, path: string): TemplateResult {
  return disclosure(
    view,
    { id: `about-${path.replaceAll("/", "-")}`, summary: msg("How this is worked out"), kind: "explain" },
    () => told(view, view.further.views, (views) => views?.previewSteps(view, path) ?? nothing),
  );
}
