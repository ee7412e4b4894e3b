// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import type { View } from "./view.ts";

export function filesSection(view: View): TemplateResult {
  return html`<section class="files" aria-labelledby="files-title">
    <h3 id="files-title">Keep and share</h3>
    <p class="hint">The address of this page holds what you typed: copy it to share. Or keep the scenario as a file.</p>
    <div class="buttons">
      <button type="button" id="save-file" @click=${() => view.act.saveFile()}>Save as a file</button>
      <label class="button" for="open-file">
        Open a file
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
      <span class="hint">or drop one anywhere here</span>
    </div>
  </section>`;
}
