// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

/** The patterns that say danger and caution beside their colours, once for all that is filled with them. */
export function patterns(): TemplateResult {
  return html`<svg class="unseen" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="caution-pattern" class="caution" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ground" width="8" height="8" />
        <rect class="stripe" width="3" height="8" />
      </pattern>
      <pattern id="danger-pattern" class="danger" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ground" width="8" height="8" />
        <rect class="stripe" width="3" height="8" />
        <rect class="stripe" width="8" height="3" />
      </pattern>
    </defs>
  </svg>`;
}
