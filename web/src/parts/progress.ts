// SPDX-License-Identifier: MIT
//
// How long work stands: its progress and a way to cancel it, or what became of it and a way to begin again.
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Numbers } from "../format/numbers.ts";
import type { Run } from "../background/running.ts";

/** The words under which the work goes on, "Simulating …". */
export function progress(run: Run, words: string, numbers: Numbers): TemplateResult | typeof nothing {
  switch (run.state) {
    case "done":
      return nothing;
    case "running":
      return bar(run, words, numbers);
    case "stopped":
      return html`<p class="progress">
        <span>
          ${run.slice && !run.former
            ? msg("Cancelled: the answer is that of the part which was done.")
            : msg("Cancelled before there was an answer.")}
        </span>
        <button type="button" @click=${run.again}>${msg("Start again")}</button>
      </p>`;
    case "failed":
      return html`<p class="problem" role="alert">
        ${msg("This stopped working before it was done.")}
        <button type="button" class="link" @click=${run.again}>${msg("Try again")}</button>
      </p>`;
  }
}

function bar({ slice, former, stop }: Run, words: string, numbers: Numbers): TemplateResult {
  const done = slice && !former ? slice.done / slice.total : 0;
  const percent = Math.floor(done * 100);
  return html`<div class="progress">
    <span>${words}</span>
    <progress max="100" value=${percent} aria-label=${words}></progress>
    <span>${numbers.percent(percent / 100)}</span>
    <button type="button" @click=${stop}>${msg("Cancel")}</button>
  </div>`;
}
