// SPDX-License-Identifier: MIT
//
// The codes for an article; comes with them.
import { css } from "lit";

import { adopt } from "./adopt.ts";

/** Adds it to the styles of an element, once. */
export function dress(root: ParentNode): void {
  adopt(root, [articleStyles]);
}

const articleStyles = css`
  .article,
  .article .code {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .article .code {
    gap: 0.375rem;
  }
  .article .parts {
    display: grid;
    gap: 0.25rem 1rem;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr));
  }
  .article .parts legend {
    font-weight: 600;
    font-size: 0.9375rem;
    margin-block-end: 0.25rem;
  }
  .article .preview {
    margin: 0;
    display: grid;
    gap: 0.375rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .article iframe {
    inline-size: 100%;
    max-block-size: 40rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
  }
  .article .code textarea {
    font-family: ui-monospace, monospace;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
`;
