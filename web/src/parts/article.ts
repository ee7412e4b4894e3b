// SPDX-License-Identifier: MIT
//
// The codes for an article, in a file of its own that is loaded once it is opened.
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ref } from "lit/directives/ref.js";

import { hasForm, type Builder } from "../embed/builder.ts";
import { elementCode, frameAddress, frameCode, hostOf, plainLink, type Codes } from "../embed/codes.ts";
import { writeFragment } from "../form/links.ts";
import type { Keeping } from "../keep/keeping.ts";
import { languages } from "../language/language.ts";
import { headline } from "../words/headline.ts";
import { plainWords } from "../words/sentences.ts";
import { codeField } from "./article-code.ts";
import { partWords, viewChoices } from "./article-words.ts";
import { stillPicture } from "./article-picture.ts";
import { selectField } from "./fields.ts";
import type { View } from "./view.ts";

export { Builder } from "../embed/builder.ts";
export { dress } from "../styles/article.ts";

type Content = TemplateResult | typeof nothing;

export function articleBuilder(view: View, keeping: Keeping, builder: Builder): TemplateResult {
  const fragment = writeFragment(view.form, view.numbers.locale);
  if (fragment === null) return html`<p>${msg("This account is too large for a link. Keep it as a file instead.")}</p>`;
  return html`<div class="article">
    <p>${msg("Readers of an article can try the account that stands here. In a frame, nobody but them sees what they type.")}</p>
    ${choices(view, builder)} ${hostField(builder)} ${framePreview(view, builder, fragment)}
    ${codeFields(view, keeping, builder, fragment)}
  </div>`;
}

function choices(view: View, builder: Builder): TemplateResult {
  const presentation = builder.presentation(view);
  const { theme, lang } = presentation;
  const themeChoices = [
    { value: "auto", label: msg("As the reader has it") },
    { value: "light", label: msg("Light") },
    { value: "dark", label: msg("Dark") },
  ];
  const languageChoices = [{ value: "", label: msg("The reader’s own") }, ...languages.map(({ code, name }) => ({ value: code, label: name }))];
  return html`<div class="fields">
      ${selectField(view, {
        id: "article-view",
        label: msg("What is shown"),
        value: presentation.view,
        choices: viewChoices(view),
        choose: (value) => builder.choose("view", value),
      })}
      ${selectField(view, {
        id: "article-theme",
        label: msg("Colours"),
        value: theme,
        choices: themeChoices,
        choose: (value) => builder.choose("theme", value),
      })}
      ${selectField(view, {
        id: "article-lang",
        label: msg("Language of the texts"),
        value: lang,
        choices: languageChoices,
        choose: (value) => builder.choose("lang", value),
      })}
      ${heightField(builder)}
    </div>
    ${partChoices(builder, "lock", presentation, msg("Can be read but not changed"))}
    ${partChoices(builder, "hide", presentation, msg("Is not shown"))}`;
}

function heightField(builder: Builder): TemplateResult {
  return html`<div class="field">
    <div class="label">
      <label for="article-height">${msg(html`Height of the frame<span class="unit">, pixels</span>`)}</label>
    </div>
    <input
      id="article-height"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      placeholder=${builder.numericHeight}
      .value=${live(builder.height)}
      aria-describedby="article-height-more"
      @input=${(event: Event) => {
        builder.height = (event.target as HTMLInputElement).value;
        builder.changed();
      }}
    />
    <div class="more" id="article-height-more">
      <p class="hint">${msg("Where an article allows no script. With one, the frame is as high as what is in it.")}</p>
    </div>
  </div>`;
}

function partChoices(
  builder: Builder,
  list: "lock" | "hide",
  presentation: ReturnType<Builder["presentation"]>,
  legend: string,
): TemplateResult {
  const parts = partWords().filter(({ name, only }) => (hasForm(presentation.view) ? only !== "hide" || list === "hide" : name === "prices"));
  return html`<fieldset class="parts">
    <legend>${legend}</legend>
    ${parts.map(
      ({ name, words }) => html`<div class="check">
        <input
          id="article-${list}-${name}"
          type="checkbox"
          .checked=${live(presentation[list].includes(name))}
          ?disabled=${list === "lock" && presentation.hide.includes(name)}
          @change=${(event: Event) => builder.mark(list, name, (event.target as HTMLInputElement).checked)}
        />
        <label for="article-${list}-${name}">${words}</label>
      </div>`,
    )}
  </fieldset>`;
}

/** Only where the page itself is nowhere that others can reach. */
function hostField(builder: Builder): Content {
  if (hostOf(document.baseURI) !== undefined) return nothing;
  return html`<div class="field">
    <div class="label"><label for="article-host">${msg("Address of a calculator on the internet")}</label></div>
    <input
      id="article-host"
      type="url"
      autocomplete="off"
      spellcheck="false"
      placeholder="https://"
      .value=${live(builder.typedHost)}
      aria-describedby="article-host-more"
      @input=${(event: Event) => {
        builder.typedHost = (event.target as HTMLInputElement).value;
        builder.changed();
      }}
    />
    <div class="more" id="article-host-more">
      <p class="hint">
        ${msg("This page was opened from a file, which readers cannot reach: an article needs a calculator that has an address.")}
      </p>
    </div>
  </div>`;
}

function framePreview(view: View, builder: Builder, fragment: string): Content {
  const host = hostOf(document.baseURI);
  if (host === undefined) return nothing;
  builder.preview.show(frameAddress({ host, fragment, presentation: builder.presentation(view) }));
  return html`<figure class="preview no-print">
    <figcaption class="hint">${msg("As readers will see it:")}</figcaption>
    <iframe title=${msg("Preview of the article’s calculator")} height="480" ${ref(builder.preview.at)}></iframe>
  </figure>`;
}

function codeFields(view: View, keeping: Keeping, builder: Builder, fragment: string): Content {
  const codes = codesOf(view, builder, fragment);
  if (!codes) return nothing;
  return html`${pinnedField(builder)}
    ${codeField(builder, {
      id: "frame-code",
      label: msg("Code for a frame"),
      copy: msg("Copy the code for a frame"),
      hint: msg("Works nearly everywhere. The script makes the frame as high as what is in it, and can be left out."),
      text: frameCode(codes),
    })}
    ${codeField(builder, {
      id: "element-code",
      label: msg("Code for an element of the article itself"),
      copy: msg("Copy the code for an element"),
      hint: msg("Takes the article’s own width and language. The article must allow scripts of the calculator’s address."),
      text: elementCode(codes),
    })}
    ${codeField(builder, {
      id: "plain-link",
      label: msg("Plain link"),
      copy: msg("Copy the plain link"),
      hint: msg("For what shows neither scripts nor frames."),
      text: plainLink(codes),
      rows: 2,
    })}
    ${stillPicture(view, keeping, builder, codes)}`;
}

function codesOf(view: View, builder: Builder, fragment: string): Codes | undefined {
  const { result, wallet, numbers, form } = view;
  const host = builder.hosted;
  if (host === undefined) return undefined;
  return {
    host,
    fragment,
    presentation: builder.presentation(view),
    height: builder.numericHeight,
    title: form.title || msg("Margin calculator for crypto futures"),
    sentence: result && wallet ? plainWords(headline(wallet, result.rulebook, numbers).lead) : msg("Open the margin calculator"),
    hashes: builder.hashes,
  };
}

function pinnedField(builder: Builder): Content {
  if (!builder.hasHashes) return nothing;
  return html`<div class="check">
    <input
      id="article-pinned"
      type="checkbox"
      .checked=${live(builder.pinned)}
      aria-describedby="article-pinned-more"
      @change=${(event: Event) => {
        builder.pinned = (event.target as HTMLInputElement).checked;
        builder.changed();
      }}
    />
    <label for="article-pinned">${msg("Only this version of the scripts")}</label>
    <div class="more" id="article-pinned-more">
      <p class="hint">
        ${msg("The codes then name the scripts’ hashes, and browsers refuse any other script. When the calculator at this address is renewed, the article needs the new codes.")}
      </p>
    </div>
  </div>`;
}
