// SPDX-License-Identifier: MIT
//
// What an author pastes into an article.
import { attributesOf, queryOf, type Presentation } from "./presentation.ts";

export interface Codes {
  /** Where the calculator is, with "/" at its end. */
  host: string;
  /** The account, as the page's address has it behind its #. */
  fragment: string;
  presentation: Presentation;
  /** CSS pixels, where the article allows no script. */
  height: number;
  /** The frame's name, for those who hear it. */
  title: string;
  /** The answer in words: shown where nothing else can be. */
  sentence: string;
  /** Hashes of files, by name; none where the article is to take whatever version is there. */
  hashes: Readonly<Record<string, string>>;
}

export function frameAddress({ host, fragment, presentation }: Pick<Codes, "host" | "fragment" | "presentation">): string {
  return `${host}embed.html${queryOf(presentation)}#${fragment}`;
}

/** To the whole page, in the language chosen. */
export function plainLink({ host, fragment, presentation: { lang } }: Codes): string {
  return `${host}${lang ? `?lang=${lang}` : ""}#${fragment}`;
}

export function frameCode(codes: Codes): string {
  const { title, height, presentation } = codes;
  // No style of its own, which a strict article would refuse; frameborder is old, but does the same.
  const frame = attributes([
    ["class", "margin-calculator"],
    ["src", frameAddress(codes)],
    ["title", title],
    ["width", "100%"],
    ["height", String(height)],
    ["frameborder", "0"],
    ["loading", "lazy"],
    ["allow", "clipboard-write"],
    ["referrerpolicy", "no-referrer"],
    ["sandbox", sandbox(presentation)],
  ]);
  return `<iframe${frame}></iframe>\n${script("margin-embed.js", codes)}`;
}

/** What is linked to opens free of the frame's limits; printing is asked for by the form's button. */
function sandbox({ view }: Presentation): string {
  const prints = view === "form" || view === "full" ? " allow-modals" : "";
  return `allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox${prints}`;
}

export function elementCode(codes: Codes): string {
  const { host, fragment, sentence, presentation } = codes;
  const own = attributes([["scenario", fragment], ...attributesOf(presentation), ["page", host]]);
  const fallback = `<a href="${escaped(plainLink(codes))}">${escaped(sentence)}</a>`;
  return `${script("margin-calculator.js", codes)}\n<margin-calculator${own}>\n  ${fallback}\n</margin-calculator>`;
}

/** For what shows no script and no frame; the picture is the author's to put somewhere. */
export function pictureCode(codes: Codes, picture: string): string {
  const image = attributes([["src", picture], ["alt", codes.sentence], ["width", "640"]]);
  return `<a href="${escaped(plainLink(codes))}"><img${image}></a>`;
}

function script(name: string, { host, hashes }: Codes): string {
  const integrity: [string, string][] = Object.hasOwn(hashes, name) ? [["integrity", hashes[name] ?? ""]] : [];
  const all = attributes([["type", "module"], ["src", `${host}${name}`], ...integrity, ["crossorigin", "anonymous"]]);
  return `<script${all}></script>`;
}

function attributes(all: readonly (readonly [name: string, value: string])[]): string {
  return all.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The address of a folder, without what stands behind "?" and "#"; undefined where it is none that others can reach. */
export function hostOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const folder = /\.html$/.test(url.pathname) ? url.pathname.replace(/[^/]*$/, "") : `${url.pathname.replace(/\/$/, "")}/`;
  return `${url.origin}${folder}`;
}
