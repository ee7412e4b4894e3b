// SPDX-License-Identifier: MIT

/** The hosts of web/src/live: asked only once the reader has turned live prices on. */
const priceFeeds = ["wss://futures.kraken.com", "wss://ws.kraken.com"];

/**
 * The content security policy of every page: nothing from anywhere else, no inline script or style, no eval
 * but WebAssembly's own. The build writes it into the page, so that it also holds where the host sends no
 * headers; the server sends it as a header as well, under which the worker runs too. The policy of trusted types
 * named margin is that of src/page/trusted.ts.
 * @param {{ livePrices: boolean, frames?: boolean }} options Whether the reader may turn on live prices there, and
 *   whether it shows embed.html in a frame, as authors see it.
 */
export function contentSecurityPolicy({ livePrices, frames = false }) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...(livePrices ? priceFeeds : [])].join(" "),
    "worker-src 'self'",
    "manifest-src 'self'",
    ...(frames ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html margin",
  ].join("; ");
}

/**
 * The policy of the page as one file: what stands in it, named by its hashes, and nobody to connect to.
 * @param {{ scripts: readonly string[], style: string }} hashes SHA-256, as base64.
 */
export function singleFilePolicy({ scripts, style }) {
  return [
    "default-src 'none'",
    `script-src ${scripts.map((hash) => `'sha256-${hash}'`).join(" ")} 'wasm-unsafe-eval'`,
    `style-src 'sha256-${style}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html margin",
  ].join("; ");
}

/**
 * Writes the policy into a page that is built, first in the head: a policy holds only for what comes after it.
 * @param {Parameters<typeof contentSecurityPolicy>[0]} options
 */
export const policyInPage = (options) => ({
  name: "policy-in-page",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy(options) },
      injectTo: /** @type {const} */ ("head-prepend"),
    },
  ],
});
