// SPDX-License-Identifier: MIT
//
// A picture that stands still, for feeds and mails.
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { download } from "../element/download.ts";
import type { Views } from "../element/further.ts";
import type { Builder } from "../embed/builder.ts";
import { pictureCode, type Codes } from "../embed/codes.ts";
import type { Keeping } from "../keep/keeping.ts";
import { codeField } from "./article-code.ts";
import { disclosure } from "./explain.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

const kFile = "margin-calculator";

export function stillPicture(view: View, keeping: Keeping, builder: Builder, codes: Codes): TemplateResult {
  return disclosure(view, { id: "article-picture", summary: msg("A picture that stands still, for feeds and mails") }, () =>
    told(view, view.further.views, (views) => (views ? content(view, keeping, builder, codes, views) : nothing)),
  );
}

function content(view: View, keeping: Keeping, builder: Builder, codes: Codes, views: Views): TemplateResult {
  const save = (kind: "png" | "svg") => void saved(view, keeping, builder, codes, views, kind);
  return html`<div class="article">
    <p>
      ${msg("Save the picture, put it where your articles keep theirs, and write its address into the code.")}
    </p>
    <div class="buttons">
      <button type="button" id="article-png" @click=${() => save("png")}>${msg("Save the picture as PNG")}</button>
      <button type="button" id="article-svg" @click=${() => save("svg")}>${msg("Save the picture as SVG")}</button>
    </div>
    ${
      builder.failed
        ? html`<p class="problem" role="alert">${msg("This browser could not make the picture, or there is none of this account.")}</p>`
        : nothing
    }
    ${codeField(builder, {
      id: "picture-code",
      label: msg("Code for a picture with a link"),
      copy: msg("Copy the code for a picture"),
      hint: msg("Who does not see the picture is told the answer in words."),
      text: pictureCode(codes, `${kFile}.png`),
    })}
  </div>`;
}

/** Takes it from the results, where it is opened for that: there it can be seen. */
async function saved(view: View, keeping: Keeping, builder: Builder, { presentation }: Codes, views: Views, kind: "png" | "svg"): Promise<void> {
  const id = presentation.view === "map" ? "map" : "curve";
  view.act.open(id, true);
  try {
    download(`${kFile}.${kind}`, await views.pictureFile(await keeping.drawn(), id, kind));
    builder.failed = false;
  } catch {
    builder.failed = true;
  }
  builder.changed();
}
