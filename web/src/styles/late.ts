// SPDX-License-Identifier: MIT
import { css } from "lit";

/** While the reader types, the browser leaves out what is far from the window, at the size that it had. */
export const lateStyles = css`
  [data-far] {
    contain-intrinsic-block-size: auto 20rem;
  }
  [data-hurried] [data-far] {
    content-visibility: auto;
  }
`;
