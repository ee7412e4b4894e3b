// SPDX-License-Identifier: MIT

/** The built address of a worker. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}

/** The commit that the page is built from; "" outside of a checkout. Put in by vite.config.mjs. */
declare const builtCommit: string;
