// SPDX-License-Identifier: MIT
//
// Ways to keep an account and to hand it on.
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Keeping } from "../keep/keeping.ts";
import { copied, hasShareSheet, linkOf, shared, textOf } from "../keep/share.ts";
import { headline } from "../words/headline.ts";
import { plainWords } from "../words/sentences.ts";
import { disclosure } from "./explain.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

export function filesSection(view: View): TemplateResult {
  const { keeping } = view;
  return html`<section class="files" aria-labelledby="files-title">
    <h3 id="files-title">${msg("Keep and share")}</h3>
    <p class="hint">
      ${
        keeping?.shareable
          ? msg("The address of this page holds what you typed: copy it to share. Or keep the scenario as a file.")
          : msg("Keep the scenario as a file, or copy it as text.")
      }
    </p>
    <div class="buttons">
      ${keeping?.shareable ? linkButtons(view, keeping) : nothing}
      <button type="button" id="print" @click=${() => print()}>${msg("Print")}</button>
    </div>
    ${keeping?.showsLink ? linkField(view) : nothing}
    ${fileButtons(view)} ${keeping ? textPreview(view, keeping) : nothing} ${krakenFold(view)} ${articleFold(view)}
    <p class="said" role="status" id="keep-said">${keeping?.said}</p>
  </section>`;
}

function linkButtons(view: View, keeping: Keeping): TemplateResult {
  return html`<button type="button" id="copy-link" @click=${() => void copyLink(view, keeping)}>
      ${msg("Copy the link")}
    </button>
    ${
      hasShareSheet()
        ? html`<button type="button" id="share" @click=${() => void share(view, keeping)}>${msg("Share …")}</button>`
        : nothing
    }`;
}

async function copyLink(view: View, keeping: Keeping): Promise<void> {
  const link = linkOf(view);
  keeping.showsLink = false;
  if (link === undefined) return keeping.say(tooLong());
  if (await copied(link)) return keeping.say(msg("The link is copied."));
  keeping.showsLink = true;
  keeping.say(msg("This browser does not let the page copy. Copy the link from the field yourself."));
}

async function share(view: View, keeping: Keeping): Promise<void> {
  const link = linkOf(view);
  if (link === undefined) return keeping.say(tooLong());
  const { result, wallet, numbers, form } = view;
  const text = result && wallet && !view.stale ? plainWords(headline(wallet, result.rulebook, numbers).lead) : "";
  const title = form.title || msg("Margin calculator");
  if (!(await shared({ title, text, url: link }))) keeping.say(msg("This browser could not share the link."));
}

function tooLong(): string {
  return msg("This account is too large for a link. Keep it as a file instead.");
}

function linkField(view: View): TemplateResult {
  return html`<div class="field">
    <div class="label"><label for="link">${msg("Link to this account")}</label></div>
    <input id="link" type="text" readonly .value=${linkOf(view) ?? ""} @focus=${selectAll} />
  </div>`;
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement | HTMLTextAreaElement).select();
}

function fileButtons(view: View): TemplateResult {
  return html`<div class="buttons">
    <button type="button" id="save-file" @click=${() => view.act.saveFile()}>${msg("Save as a file")}</button>
    <label class="button" for="open-file">
      ${msg("Open a file")}
      <input
        id="open-file"
        class="unseen"
        type="file"
        accept=".json,application/json"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const file = input.files?.[0];
          // Emptied, so that the same file can be opened again.
          input.value = "";
          if (file) view.act.openFile(file);
        }}
      />
    </label>
    <span class="hint">${msg("or drop one anywhere here")}</span>
  </div>`;
}

function textPreview(view: View, keeping: Keeping): TemplateResult {
  return disclosure(view, { id: "as-text", summary: msg("Copy as text") }, () => {
    const text = textOf(view);
    if (text === undefined) return html`<p>${msg("There is no result yet to write down.")}</p>`;
    const copy = async () => {
      const done = await copied(text);
      keeping.say(
        done
          ? msg("The text is copied.")
          : msg("This browser does not let the page copy. Copy the text from the field yourself."),
      );
    };
    return html`<div class="field">
        <div class="label"><label for="text">${msg("This account as text")}</label></div>
        <textarea id="text" rows="12" readonly .value=${text} @focus=${selectAll}></textarea>
      </div>
      <div class="buttons">
        <button type="button" id="copy-text" @click=${() => void copy()}>${msg("Copy the text")}</button>
      </div>`;
  });
}

function krakenFold(view: View): TemplateResult | typeof nothing {
  const { kraken } = view;
  if (!kraken) return nothing;
  return disclosure(view, { id: "kraken", summary: msg("Fill the form with Kraken’s own answers") }, () =>
    told(view, kraken.parts, (parts) => parts?.krakenImport(view, kraken, parts) ?? nothing, () => kraken.load()),
  );
}

function articleFold(view: View): TemplateResult | typeof nothing {
  const { keeping } = view;
  const article = keeping?.article;
  if (!article) return nothing;
  return disclosure(view, { id: "article", summary: msg("Put this into an article") }, () =>
    told(
      view,
      article.shown,
      (shown) => (shown ? shown.parts.articleBuilder(view, keeping, shown.builder) : nothing),
      () => void article.load(),
    ),
  );
}
