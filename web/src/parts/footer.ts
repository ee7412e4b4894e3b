// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Rulebook } from "#margin";
import { originWords } from "../words/origins.ts";
import { disclosure } from "./explain.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

export function footerSection(view: View): TemplateResult {
  const { rulebook, version } = view;
  const { assumptions, sources } = footnotes(view);
  const commit = import.meta.env.COMMIT;
  const effective = html`<time datetime=${rulebook.effective}>${rulebook.effective}</time>`;
  return html`<footer>
    <p>
      ${msg(
        html`<strong>An estimate, not advice.</strong> Exchanges round, charge fees and change their rules; only your own account shows what holds for you. This page is not affiliated with Kraken. What you type stays on your device.`,
      )}
    </p>
    <p>
      ${commit
        ? msg(html`${rulebook.title}, in effect from ${effective}. Margin calculator ${version}, commit ${commit}.`)
        : msg(html`${rulebook.title}, in effect from ${effective}. Margin calculator ${version}.`)}
      ${originWords(rulebook)}
    </p>
    ${assumptions} ${sources}
  </footer>`;
}

function footnotes(view: View): Record<"assumptions" | "sources", TemplateResult> {
  const { rulebook } = view;
  const isProgramsOwn = originWords(rulebook) === undefined;
  const whole = () => (isProgramsOwn ? view.further.rulebook(rulebook.id) : rulebook);
  return {
    assumptions: disclosure(view, { id: "assumptions", summary: msg("Assumptions: what is not published") }, () =>
      told(
        view,
        whole(),
        (rulebook) => html`<dl lang="en">
          ${rulebook?.assumptions?.map(
            ({ subject, value, reason }) => html`<dt>${subject}: ${value}</dt><dd>${reason}</dd>`,
          )}
        </dl>`,
      ),
    ),
    sources: disclosure(view, { id: "sources", summary: msg("Sources") }, () =>
      told(view, whole(), (rulebook) => html`<ul>
        ${rulebook?.sources?.map(sourceItem)}
      </ul>`),
    ),
  };
}

function sourceItem({ title, address, read }: NonNullable<Rulebook["sources"]>[number]): TemplateResult {
  const link = html`<a href=${webAddress(address)} lang="en" rel="noopener noreferrer">${title}</a>`;
  return html`<li>${msg(html`${link}, read ${read}`)}</li>`;
}

/** Only addresses of web pages become links. */
function webAddress(address: string): string | typeof nothing {
  return /^https:\/\//.test(address) ? address : nothing;
}
