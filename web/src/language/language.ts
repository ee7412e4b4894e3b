// SPDX-License-Identifier: MIT
//
// The page's language. Texts stand in the sources in English, within msg(); the catalogues of other languages
// (web/locales/*.xlf) are compiled by the build and loaded when they are wanted.
import { configureLocalization } from "@lit/localize";

export interface Language {
  /** BCP 47. */
  code: string;
  /** In the language itself. */
  name: string;
}

const source: Language = { code: "en", name: "English" };

export const languages: readonly Language[] = [source, { code: "de", name: "Deutsch" }];

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: source.code,
  targetLocales: languages.filter(({ code }) => code !== source.code).map(({ code }) => code),
  loadLocale: (code) => {
    switch (code) {
      case "de":
        return import("../../../build/locales/de.ts");
      default:
        throw new RangeError(`no catalogue of ${code}`);
    }
  },
});

/** The code of the language that is shown. */
export const language = getLocale;

/** Shows the page in another language, once its catalogue has come; rejects where it does not come. */
export const setLanguage = setLocale;

/** The first of the languages wanted that there is; English where there is none. */
export function languageFor(wanted: readonly string[]): string {
  const known = wanted.map(baseOf).find((code) => languages.some((language) => language.code === code));
  return known ?? source.code;
}

/** How numbers are written: as the reader's own region does where its language is shown. */
export function numberLocale(wanted: readonly string[]): string {
  return wanted.find((tag) => baseOf(tag) === language()) ?? language();
}

/** The form of a text that goes with a count. Languages with other forms than these two need them added here. */
export function plural(count: number, forms: { one: string; other: string }): string {
  return new Intl.PluralRules(language()).select(count) === "one" ? forms.one : forms.other;
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}
