// SPDX-License-Identifier: MIT

/** The page is made of index.md; the calculator's built files, build/web, lie in the folder margin-calculator. */
export default function (eleventy) {
  eleventy.addPassthroughCopy("margin-calculator");
  eleventy.addGlobalData("layout", "page.html");
}

// Markdown only: the calculator's pages are no templates.
export const config = { templateFormats: ["md"], dir: { input: ".", includes: "layouts", output: "site" } };
