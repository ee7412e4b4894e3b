// SPDX-License-Identifier: MIT
//
// What a host sends with the page's files. Said here once: the server of this checkout sends it, the build writes it
// as the file _headers, which some hosts read, and a test compares docs/hosting/nginx.conf with it.
import { contentSecurityPolicy } from "./policy.mjs";

/** With every file. An embedding page of another origin may load any of them. */
export const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
};

/** The page's files and those of the element for other pages whose names change with their content. */
const kNamedByContent = /^(assets|element)\//;
/** How long browsers keep those. */
export const lasting = "public, max-age=31536000, immutable";
/** All else they keep as well, but ask at each visit whether it still holds. */
export const fresh = "no-cache";

/** Who may show a page in a frame. A page may say this only in a header. */
const ownFramesOnly = "frame-ancestors 'self'";

/** The page, its documents and its workers. */
export const pagePolicy = `${contentSecurityPolicy({ livePrices: true, frames: true })}; ${ownFramesOnly}`;
/** The page that is made to stand in others' frames. */
export const embedPolicy = contentSecurityPolicy({ livePrices: false });
/** The page as one file carries its own policy, with the hashes of what stands in it. */
export const singleFileHeader = ownFramesOnly;

/**
 * All headers of a file of the page.
 * @param {string} path As in "assets/index.js"; "" for the page itself.
 * @returns {Record<string, string>}
 */
export function headersOf(path) {
  return {
    ...everywhere,
    "Content-Security-Policy": policyOf(path),
    "Cache-Control": kNamedByContent.test(path) ? lasting : fresh,
  };
}

/** @param {string} path */
function policyOf(path) {
  if (/^embed(\.html)?$/.test(path)) return embedPolicy;
  if (/^margin-calculator(\.html)?$/.test(path)) return singleFileHeader;
  return pagePolicy;
}

/** Emits the headers as a file that Netlify, Cloudflare Pages and others read. */
export const headersFile = {
  name: "headers-file",
  generateBundle: {
    order: /** @type {const} */ ("post"),
    /**
     * @this {{ emitFile: (file: { type: "asset", fileName: string, source: string }) => unknown }}
     * @param {unknown} _options
     * @param {Record<string, unknown>} bundle
     */
    handler(_options, bundle) {
      const pages = Object.keys(bundle).filter((file) => file.endsWith(".html"));
      this.emitFile({ type: "asset", fileName: "_headers", source: headersText(pages) });
    },
  },
};

/**
 * Where several rules hold for a file, these hosts send the headers of all, and of two policies both would hold: so no
 * header stands in two rules for the same file. They let browsers ask anew for what has no rule about that.
 * @param {string[]} pages
 */
function headersText(pages) {
  // These hosts serve a page under its name without the ending as well.
  const names = [...pages, "margin-calculator.html", "embed.html"].flatMap((page) => [page, page.replace(/(index)?\.html$/, "")]);
  const rules = [
    rule("*", everywhere),
    ...["assets/*", "element/*"].map((path) => rule(path, { "Content-Security-Policy": pagePolicy, "Cache-Control": lasting })),
    rule("articles/*", { "Content-Security-Policy": pagePolicy }),
    ...[...new Set([...names, "service-worker.js", "margin-calculator.js", "margin-embed.js"])].map((name) => rule(name, { "Content-Security-Policy": policyOf(name) })),
  ];
  return `# For a page at the host's top level: below a folder, each path begins with its name.\n${rules.join("")}`;
}

/**
 * @param {string} path
 * @param {Record<string, string>} headers
 */
function rule(path, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `\n/${path}\n${lines.join("")}`;
}
