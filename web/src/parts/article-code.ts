// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";

import type { Builder } from "../embed/builder.ts";
import { copied } from "../keep/share.ts";

interface CodeField {
  id: string;
  label: string;
  /** The button's text. */
  copy: string;
  hint: string;
  text: string;
  rows?: number;
}

/** A text to be copied, by a button or by hand. */
export function codeField(builder: Builder, { id, label, copy, hint, text, rows = 5 }: CodeField): TemplateResult {
  const take = async () => {
    builder.say(
      id,
      (await copied(text))
        ? msg("The text is copied.")
        : msg("This browser does not let the page copy. Copy the text from the field yourself."),
    );
  };
  return html`<div class="code">
    <div class="field">
      <div class="label"><label for=${id}>${label}</label></div>
      <textarea
        id=${id}
        rows=${rows}
        readonly
        spellcheck="false"
        dir="ltr"
        translate="no"
        .value=${text}
        aria-describedby="${id}-more"
        @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
      ></textarea>
      <div class="more" id="${id}-more"><p class="hint">${hint}</p></div>
    </div>
    <div class="buttons"><button type="button" id="copy-${id}" @click=${() => void take()}>${copy}</button></div>
    <p class="said" role="status" id="${id}-said">${builder.saidOf(id)}</p>
  </div>`;
}
