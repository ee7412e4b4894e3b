// SPDX-License-Identifier: MIT

/** The built address of a worker. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}
