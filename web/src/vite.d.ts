// SPDX-License-Identifier: MIT

/** The built address of a worker. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}

interface ImportMetaEnv {
  /** The commit that is built from, where the build says it; "" outside of a checkout. */
  readonly COMMIT?: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
