// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import { disclosure } from "./explain.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

export function footerSection(view: View): TemplateResult {
  const { rulebook, version } = view;
  return html`<footer>
    <p>
      <strong>An estimate, not advice.</strong> Exchanges round, charge fees and change their rules; only your own
      account shows what holds for you. This page is not affiliated with Kraken. What you type stays on your device.
    </p>
    <p>
      ${rulebook.title}, in effect from <time datetime=${rulebook.effective}>${rulebook.effective}</time>. Margin
      calculator ${version}.
    </p>
    ${disclosure(view, { id: "assumptions", summary: "Assumptions: what is not published" }, () =>
      told(
        view,
        view.further.rulebook(rulebook.id),
        (whole) => html`<dl>
          ${whole?.assumptions?.map(
            ({ subject, value, reason }) => html`<dt>${subject}: ${value}</dt><dd>${reason}</dd>`,
          )}
        </dl>`,
      ),
    )}
    ${disclosure(view, { id: "sources", summary: "Sources" }, () =>
      told(
        view,
        view.further.rulebook(rulebook.id),
        (whole) => html`<ul>
          ${whole?.sources?.map(
            ({ title, address, read }) =>
              html`<li><a href=${webAddress(address)} rel="noopener noreferrer">${title}</a>, read ${read}</li>`,
          )}
        </ul>`,
      ),
    )}
  </footer>`;
}

/** Only addresses of web pages become links. */
function webAddress(address: string): string | typeof nothing {
  return /^https:\/\//.test(address) ? address : nothing;
}
