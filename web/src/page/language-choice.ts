// SPDX-License-Identifier: MIT
//
// The page's language: of the address (?lang=de), else what was chosen here before, else the browser's.
import { language, languageFor, languages, setLanguage } from "../language/language.ts";
import { dressFrame } from "./frame.ts";

const kKept = "margin-calculator/language";

/** Shows the page in the language wanted, and offers the others. */
export async function chooseLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, kept(), ...navigator.languages].filter((code) => code !== null);
  await show(languageFor(wanted));
}

async function show(code: string): Promise<void> {
  try {
    await setLanguage(code);
  } catch {
    // The page stays in the language it is in: a catalogue that does not come is no reason to show nothing.
  }
  document.documentElement.lang = language();
  dressFrame();
  offer();
}

function offer(): void {
  const place = document.getElementById("languages");
  if (!place) return;
  const buttons = languages.map(({ code, name }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.lang = code;
    button.textContent = name;
    button.setAttribute("aria-pressed", String(code === language()));
    button.addEventListener("click", () => void choose(code));
    return button;
  });
  place.replaceChildren(...buttons);
}

async function choose(code: string): Promise<void> {
  keep(code);
  await show(code);
  document.querySelector<HTMLElement>(`#languages [lang="${language()}"]`)?.focus();
}

function kept(): string | null {
  try {
    return localStorage.getItem(kKept);
  } catch {
    return null;
  }
}

function keep(code: string): void {
  try {
    localStorage.setItem(kKept, code);
  } catch {
    // Where nothing may be kept, the choice holds for this visit.
  }
}
