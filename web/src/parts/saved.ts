// SPDX-License-Identifier: MIT
//
// Accounts saved on the reader's device.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { writeFragment } from "../form/links.ts";
import type { Keeping } from "../keep/keeping.ts";
import { momentText } from "../keep/rules.ts";
import {
  kLongestName,
  kMostSaved,
  newSaved,
  readSaved,
  removeSaved,
  shortName,
  writeSaved,
  type Saved,
} from "../keep/saved.ts";
import type { Store } from "../keep/store.ts";
import type { View } from "./view.ts";

export function savedSection(view: View): TemplateResult | typeof nothing {
  const { keeping } = view;
  const store = keeping?.device;
  if (!keeping || !store) return nothing;
  return html`<section class="saved" aria-labelledby="saved-title">
    <h3 id="saved-title">${msg("Saved on this device")}</h3>
    ${store.open ? savedList(view, keeping, store) : html`<p class="hint" id="saved-refused">${refused()}</p>`}
  </section>`;
}

function refused(): string {
  return msg("This browser does not let the page keep anything on this device. Keep the account as a link or a file.");
}

function savedList(view: View, keeping: Keeping, store: Store): TemplateResult {
  const { scenarios, unknown } = readSaved(store);
  const full = scenarios.length >= kMostSaved;
  return html`${saveField(view, keeping, store, full)}
    ${full ? html`<p class="hint">${msg(str`At most ${kMostSaved} accounts. Delete one to save another.`)}</p>` : nothing}
    ${removedOffer(keeping, store)}
    <ul class="saved-list">
      ${repeat(scenarios, ({ id }) => id, (saved) => savedItem(view, keeping, store, saved))}
    </ul>
    ${
      unknown > 0
        ? html`<p class="hint">
            ${msg("Something else is kept here that this page cannot read. It was left alone.")}
          </p>`
        : nothing
    }
    ${clearOffer(keeping)}`;
}

function saveField(view: View, keeping: Keeping, store: Store, full: boolean): TemplateResult {
  const name = keeping.name || view.form.title;
  const save = () => {
    const link = writeFragment(view.form, view.numbers.locale);
    if (link === null) return keeping.say(msg("This account is too large to be saved here. Keep it as a file instead."));
    if (shortName(name) === "") return keeping.say(msg("Give the account a name first."));
    const saved = newSaved(name, link);
    if (!writeSaved(store, saved)) return keeping.say(msg("It could not be saved: the browser refuses, or is full."));
    keeping.name = "";
    keeping.say(msg(str`Saved as “${saved.name}”.`));
  };
  return html`<div class="save">
    <div class="field">
      <div class="label"><label for="save-name">${msg("Name to save this account under")}</label></div>
      <input
        id="save-name"
        type="text"
        maxlength=${kLongestName}
        autocomplete="off"
        .value=${name}
        @input=${(event: Event) => {
          keeping.name = (event.target as HTMLInputElement).value;
          keeping.changed();
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === "Enter" && !full) save();
        }}
      />
    </div>
    <button type="button" id="save" ?disabled=${full} @click=${save}>${msg("Save")}</button>
  </div>`;
}

function savedItem(view: View, keeping: Keeping, store: Store, saved: Saved): TemplateResult {
  const { id, name, date, link } = saved;
  const lead = keeping.leadOf(link, 0, view.numbers) ?? msg("Not complete yet: some fields have to be filled in.");
  const open = () => {
    const done = msg(str`Opened “${name}”.`);
    view.act.fill(keeping.formOf(link, view.numbers), done, `open-${id}`);
    keeping.say(done);
  };
  const pin = () => {
    keeping.pinned.pin = { name, link, index: 0 };
    keeping.say(msg(str`“${name}” is pinned: the comparison stands in the results.`));
  };
  const remove = () => {
    removeSaved(store, id);
    keeping.removed = saved;
    void keeping.focus("restore-saved");
  };
  const rename = () => {
    keeping.renaming = id;
    void keeping.focus(`rename-${id}`);
  };
  return html`<li>
    ${
      keeping.renaming === id
        ? renameField(keeping, store, saved)
        : html`<p><strong>${name}</strong> <time class="move" datetime=${date}>${momentText(date, view.numbers)}</time></p>`
    }
    <p class="hint">${lead}</p>
    <div class="buttons">
      <button type="button" id="open-${id}" @click=${open}>${msg(html`Open<span class="unseen"> ${name}</span>`)}</button>
      <button type="button" class="link" @click=${pin}>
        ${msg(html`Compare<span class="unseen"> with ${name}</span>`)}
      </button>
      <button type="button" class="link" id="rename-${id}-begin" @click=${rename}>
        ${msg(html`Rename<span class="unseen"> ${name}</span>`)}
      </button>
      <button type="button" class="link" @click=${remove}>${msg(html`Delete<span class="unseen"> ${name}</span>`)}</button>
    </div>
  </li>`;
}

function renameField(keeping: Keeping, store: Store, saved: Saved): TemplateResult {
  const end = () => {
    keeping.renaming = undefined;
    void keeping.focus(`rename-${saved.id}-begin`);
  };
  const type = (event: KeyboardEvent) => {
    if (event.key === "Escape") end();
    if (event.key !== "Enter") return;
    const name = shortName((event.target as HTMLInputElement).value);
    if (name === "") return keeping.say(msg("Give the account a name first."));
    if (!writeSaved(store, { ...saved, name })) return keeping.say(msg("It could not be renamed: the browser refuses."));
    keeping.said = msg(str`Renamed to “${name}”.`);
    end();
  };
  return html`<div class="field">
    <div class="label"><label for="rename-${saved.id}">${msg("New name")}</label></div>
    <input
      id="rename-${saved.id}"
      type="text"
      maxlength=${kLongestName}
      autocomplete="off"
      .value=${saved.name}
      @keydown=${type}
    />
    <p class="hint">${msg("Enter keeps the new name, Escape the former one.")}</p>
  </div>`;
}

function removedOffer(keeping: Keeping, store: Store): TemplateResult | typeof nothing {
  const { removed } = keeping;
  if (!removed) return nothing;
  const restore = () => {
    if (!writeSaved(store, removed)) return keeping.say(msg("It could not be saved: the browser refuses, or is full."));
    keeping.removed = undefined;
    void keeping.focus(`open-${removed.id}`);
  };
  return html`<p class="undo">
    ${msg(str`“${removed.name}” is deleted.`)}
    <button type="button" id="restore-saved" @click=${restore}>${msg("Undo")}</button>
  </p>`;
}

/** Cannot be undone, so it is asked twice. */
function clearOffer(keeping: Keeping): TemplateResult {
  const ask = (clearing: boolean, focus: string) => {
    keeping.clearing = clearing;
    void keeping.focus(focus);
  };
  const clear = () => {
    keeping.clear();
    keeping.said = msg("Everything this page kept on this device is cleared.");
    ask(false, "clear-all");
  };
  if (!keeping.clearing) {
    return html`<button type="button" class="link" id="clear-all" @click=${() => ask(true, "keep-all")}>
      ${msg("Clear everything this page keeps on this device")}
    </button>`;
  }
  return html`<div class="undo" role="group" aria-labelledby="clear-question">
    <span id="clear-question">
      ${msg("Saved accounts, what you typed last and what is pinned are then gone for good.")}
    </span>
    <span class="buttons">
      <button type="button" id="clear-now" @click=${clear}>${msg("Clear everything")}</button>
      <button type="button" id="keep-all" @click=${() => ask(false, "clear-all")}>${msg("Keep it")}</button>
    </span>
  </div>`;
}
