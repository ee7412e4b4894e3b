// SPDX-License-Identifier: MIT
//
// What the page says of its versions and of itself without a network. Drawn beside the calculator, at the window's top
// edge and in the page's foot, so that nothing moves under the reader's hands.
import { msg } from "@lit/localize";
import { css, html, nothing, render, type TemplateResult } from "lit";

interface Shown {
  /** Whether the page works without a network. */
  kept: boolean;
  /** Shows the new version, where there is one. */
  reload: (() => void) | undefined;
}

const { styleSheet } = css`
  .new-version {
    position: fixed;
    z-index: 2;
    inset-block-start: 0.5rem;
    inset-inline: 0.5rem;
    inline-size: fit-content;
    margin-inline: auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding: 0.375rem 0.875rem;
    background: var(--surface);
    border: 2px solid var(--ink);
    border-radius: 0.625rem;
    box-shadow: 0 0.25rem 1rem #0003;
  }
  .new-version button {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid var(--quiet);
    border-radius: 0.5rem;
    min-block-size: 2.25rem;
    padding-inline: 0.875rem;
    cursor: pointer;
  }
  /* What has the focus does not hide behind it. */
  :root:has(.new-version) {
    scroll-padding-block-start: 6rem;
  }
  @media print {
    .new-version {
      display: none;
    }
  }
`;

export class Lines {
  /** There before it says anything, so that screen readers hear of it. */
  readonly #bar = document.createElement("div");
  readonly #foot = document.querySelector<HTMLElement>("body > footer ul");
  #shown: Shown = { kept: false, reload: undefined };

  constructor() {
    if (styleSheet) document.adoptedStyleSheets.push(styleSheet);
    this.#bar.setAttribute("role", "status");
    document.body.prepend(this.#bar);
    addEventListener("lit-localize-status", () => this.#draw());
    this.#draw();
  }

  show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    this.#draw();
  }

  #draw(): void {
    const { kept, reload } = this.#shown;
    render(reload ? this.#newVersion(reload) : nothing, this.#bar);
    if (this.#foot) render(foot(kept), this.#foot);
  }

  #newVersion(reload: () => void): TemplateResult {
    return html`<div class="new-version">
      <span>${msg("A new version is ready.")}</span>
      <div>
        <button type="button" id="reload" @click=${reload}>${msg("Reload")}</button>
        <button type="button" @click=${() => this.show({ reload: undefined })}>${msg("Not now")}</button>
      </div>
    </div>`;
  }
}

function foot(kept: boolean): TemplateResult {
  return html`
    <li><a id="single-file" href="./margin-calculator.html" download>${msg("Download for offline use")}</a></li>
    ${kept ? html`<li id="kept">${msg("Works offline now.")}</li>` : nothing}
  `;
}
