// SPDX-License-Identifier: MIT
//
// What the import needs beyond the first screen, added when it is loaded.
import { css } from "lit";

import { adopt } from "./adopt.ts";

/** Adds it to the styles of an element, once. */
export function dress(root: ParentNode): void {
  adopt(root, [krakenStyles]);
}

const krakenStyles = css`
  .kraken {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .kraken code,
  .kraken .where {
    overflow-wrap: anywhere;
  }
  .kraken ul {
    display: grid;
    gap: 0.375rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .kraken .sources li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 0.75rem;
    overflow-wrap: anywhere;
  }
  .kraken .choice {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 0.75rem;
    overflow-wrap: anywhere;
  }
  .kraken .choice ul {
    inline-size: 100%;
    font-size: 0.875rem;
    color: var(--quiet);
  }
  .kraken .left li {
    overflow-wrap: anywhere;
    font-size: 0.875rem;
  }
`;
