// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { View } from "./view.ts";

export function footerSection(view: View): TemplateResult {
  const { rulebook, version } = view;
  const assumptions = rulebook.assumptions ?? [];
  const sources = rulebook.sources ?? [];
  return html`<footer>
    <p>
      <strong>An estimate, not advice.</strong> Exchanges round, charge fees and change their rules; only your own
      account shows what holds for you. This page is not affiliated with Kraken. What you type stays on your device.
    </p>
    <p>
      ${rulebook.title}, in effect from <time datetime=${rulebook.effective}>${rulebook.effective}</time>. Margin
      calculator ${version}.
    </p>
    ${
      assumptions.length > 0
        ? html`<details class="fold" id="assumptions">
          <summary>Assumptions: what is not published (${assumptions.length})</summary>
          <dl>
            ${assumptions.map(({ subject, value, reason }) => html`<dt>${subject}: ${value}</dt><dd>${reason}</dd>`)}
          </dl>
        </details>`
        : nothing
    }
    ${
      sources.length > 0
        ? html`<details class="fold" id="sources">
          <summary>Sources (${sources.length})</summary>
          <ul>
            ${sources.map(
              ({ title, address, read }) =>
                html`<li><a href=${webAddress(address)} rel="noopener noreferrer">${title}</a>, read ${read}</li>`,
            )}
          </ul>
        </details>`
        : nothing
    }
  </footer>`;
}

/** Only addresses of web pages become links. */
function webAddress(address: string): string | typeof nothing {
  return /^https:\/\//.test(address) ? address : nothing;
}
