// SPDX-License-Identifier: MIT
//
// The German catalogue against the sources, and sentences put together from it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readConfigFileAndWriteSchema } from "@lit/localize-tools/lib/config.js";
import type { Message } from "@lit/localize-tools/lib/messages.js";
import { RuntimeLitLocalizer } from "@lit/localize-tools/lib/modes/runtime.js";
import type { Locale } from "@lit/localize-tools/lib/types/locale.js";

import { rulebookOf } from "../../web/src/form/rulebooks.ts";
import { presets } from "../../web/src/form/examples.ts";
import { readFragment } from "../../web/src/form/read-fragment.ts";
import { numbersFor } from "../../web/src/format/numbers.ts";
import { setLanguage } from "../../web/src/language/language.ts";
import { headline } from "../../web/src/words/headline.ts";
import { whenWords } from "../../web/src/words/moves.ts";
import { poolWords } from "../../web/src/words/pool-words.ts";
import { remarkWords } from "../../web/src/words/remarks.ts";
import { plainWords, type Sentence } from "../../web/src/words/sentences.ts";
import { evaluateForm } from "../../web/src/element/evaluation.ts";
import { calculator } from "./module.ts";

const config = readConfigFileAndWriteSchema(fileURLToPath(new URL("../../web/lit-localize.json", import.meta.url)));
if (config.output.mode !== "runtime") throw new Error("the catalogues are loaded at run time");
const localizer = new RuntimeLitLocalizer({ ...config, output: config.output });
const { messages: english, errors } = localizer.extractSourceMessages();
const german = localizer.readTranslationsSync().translations.get("de" as Locale) ?? [];
const originals = new Map(english.map((message) => [message.name, message]));

/** The words of a message, "…" in place of figures, names and markup. */
const wordsOf = ({ contents }: Message) => contents.map((part) => (typeof part === "string" ? part : "…")).join("");

const placeholdersOf = ({ contents }: Message) =>
  contents.flatMap((part) => (typeof part === "string" ? [] : [part.untranslatable]));

/** The names of those messages, each with its words, that are so. */
const those = (messages: readonly Message[], are: (message: Message) => boolean) =>
  messages.filter(are).map((message) => `${message.name}: ${wordsOf(message)}`);

test("every text has its German one, and no German text is left over", () => {
  assert.deepEqual(errors, []);
  assert.ok(english.length > 1000, "the sources were read");
  const translated = new Set(german.map(({ name }) => name));
  assert.deepEqual(those(english, ({ name }) => !translated.has(name)), []);
  assert.deepEqual(those(german, ({ name }) => !originals.has(name)), []);
});

test("every German text has the figures, names and markup of the English one, each once", () => {
  const sorted = (message: Message | undefined) => (message ? placeholdersOf(message).sort() : []);
  for (const message of german) assert.deepEqual(sorted(message), sorted(originals.get(message.name)), wordsOf(message));
});

test("in no German text does an element end before it begins", () => {
  const crossed = (message: Message) => {
    const open: string[] = [];
    const tags = placeholdersOf(message).flatMap((markup) => [...markup.matchAll(/<(\/?)(strong|span|a|button|time)\b/g)]);
    return tags.some(([, end, name]) => (end ? open.pop() !== name : !open.push(name!))) || open.length > 0;
  };
  assert.deepEqual(those(german, crossed), []);
});

/** What German traders call as English ones do. */
const kSame = new Set(
  "Coin Cross Position Futures Initial Limit Liquidation Long Maintenance Margin Market Order Short Slippage Spread Status Transfer USD in live long position short".split(
    " ",
  ),
);

test("no German text is the English one, but for names", () => {
  const untouched = (message: Message) => {
    const original = originals.get(message.name);
    const words = wordsOf(message);
    return original !== undefined && words === wordsOf(original) && words.match(/\p{L}+/gu)?.every((word) => kSame.has(word)) === false;
  };
  assert.deepEqual(those(german, untouched), []);
});

test("German texts keep to German signs, with no blank doubled or left at an end", () => {
  const atEnds = ({ contents }: Message) => {
    const [first, last] = [contents.at(0), contents.at(-1)];
    return (typeof first === "string" && /^\s/.test(first)) || (typeof last === "string" && /\s$/.test(last));
  };
  assert.deepEqual(those(english, atEnds), [], "a fragment");
  assert.deepEqual(those(german, atEnds), [], "a fragment");
  assert.deepEqual(those(german, (message) => /\s\s/.test(wordsOf(message))), [], "blanks");
  const marks = (message: Message) => /["”’]/.test(wordsOf(message)) || quotes(message, "„") !== quotes(message, "“");
  assert.deepEqual(those(german, marks), [], "quotation marks");
  assert.deepEqual(those(german, (message) => /[\d… ][%$]/.test(wordsOf(message))), [], "a sign that could be parted from its number");
});

const quotes = (message: Message, mark: string) => wordsOf(message).split(mark).length;

const numbers = numbersFor("de");

/** With the spaces that do not break as plain ones, as newer and older locale data differ in them. */
const spaced = (sentence: Sentence) => plainWords([sentence]).replace(/\s/g, " ");

function headlineOf(link: string) {
  const { form } = readFragment(link, numbers);
  const { result } = evaluateForm(calculator, form, "de");
  assert.ok(result, link);
  const { lead, notes } = headline(result.report.wallets[0]!, rulebookOf(calculator.rulebooks, form.rulebook), numbers);
  const remarks = result.report.warnings.map((remark) => remarkWords(remark, result.scenario));
  return { lead: lead.map(spaced), notes: notes.map(spaced), remarks, wallet: result.report.wallets[0]! };
}

before(async () => {
  // Lit's localization tells the window that the language has changed.
  Object.assign(globalThis, { window: new EventTarget() });
  await setLanguage("de");
});

const examples: Readonly<Record<string, string[]>> = {
  "btc-long": [
    "Sie bewegen Kontrakte über 500.000 $ in BTC mit 98.000 $ Margin-Eigenkapital: Hebel 5,1×.",
    "Wenn BTC um 15,6 % auf 84.448 $ fällt, wird die Position liquidiert.",
  ],
  "eth-sol": [
    "Sie bewegen Kontrakte über 100.000 $ in SOL mit 37.600 $ Margin-Eigenkapital: Hebel 2,7×.",
    "Wenn SOL um 36,6 % auf 126,80 $ fällt, wird die Position liquidiert.",
    "Wenn ETH um 97,3 % auf 106,38 $ fällt, wird die Position liquidiert, auch wenn sich SOL nicht bewegt.",
    "Fällt der gesamte Kryptomarkt gemeinsam, genügen 26,6 %, um die Position zu liquidieren.",
  ],
  "us-close": [
    "Sie bewegen Futures über 20.000 $ in BTC mit 4.000 $: Hebel 5×.",
    "Die derzeit geltende Intraday-Margin beträgt 2.000 $.",
    "Wenn BTC um 10 % auf 90.000 $ fällt, deckt Ihr Eigenkapital sie nicht mehr, und Positionen können liquidiert werden.",
    "Am Montag um 15:45 Uhr in Chicago (in 5 Minuten) tritt eine Initial Margin von 5.500 $ in Kraft, die Ihr Eigenkapital zu heutigen Preisen nicht deckt: Eine Liquidation ist dann wahrscheinlich.",
    "Ihr Eigenkapital liegt unter der Initial Margin von 5.500 $: Die Positionen lassen sich nicht über den Wechsel hinaus halten.",
    "Die nächste Zwangsliquidation kostet 25,00 $, und welche Positionen geschlossen werden, entscheiden nicht Sie.",
  ],
};

for (const [id, sentences] of Object.entries(examples)) {
  test(`the example ${id} in German`, () => {
    const { lead, notes } = headlineOf(presets().find((preset) => preset.id === id)!.link);
    assert.deepEqual([...lead, ...notes], sentences);
  });
}

test("clauses after a condition begin with their verb in German, and are told apart from sentences", () => {
  const { wallet } = headlineOf(presets().find(({ id }) => id === "btc-long")!.link);
  const { is, liquidated, thenLiquidated } = poolWords(wallet);
  const falls = whenWords([{ factor: "BTC", move: -0.1, price: 90_000 }, { factor: "ETH", move: 0, price: 4_000 }], numbers);
  assert.equal(spaced(`${falls} ${is("5 $")}`), "Wenn BTC um 10 % auf 90.000 $ fällt und ETH bei 4.000 $ bleibt, beträgt das Margin-Eigenkapital 5 $");
  assert.equal(spaced(`${whenWords([], numbers)} ${thenLiquidated}`), "Heute wird die Position liquidiert");
  assert.equal(liquidated, "die Position wird liquidiert");
});

test("the module's remarks are put into German, with what each is of", () => {
  const { remarks } = headlineOf("v=2&w=multi&c=BTC:1@80000,ETH:2@3000&p=PF_XBTUSD:long:5@100000,PF_SOLUSD:short:500@200~220:x10&i=SOL:200");
  assert.deepEqual(remarks, [
    "Ein Wert von ETH ist eine Annahme: Er ist nicht veröffentlicht.",
    "Ein Wert von PF_SOLUSD ist eine Annahme: Er ist nicht veröffentlicht.",
    "Der Mark-Preis von PF_SOLUSD ist weiter von seinem Index-Preis entfernt, als die Börse es zulässt.",
    "Die isolierte Position in PF_SOLUSD hat heute höchstens noch ihre Maintenance Margin.",
  ]);
});
