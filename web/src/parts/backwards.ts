// SPDX-License-Identifier: MIT
//
// Questions asked backwards, as sentences with numbers to fill in.
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Answer, MarginError, Question, WalletReport } from "#margin";
import { contractsFor, underlyingOf, type AnyContract } from "../form/rulebooks.ts";
import { shiftedDecimal } from "../format/parse.ts";
import { factorName, factorsOf } from "../pictures/factors.ts";
import { sentencesIn } from "../pictures/standing.ts";
import { closeWords, collateralWords, haircutWords, hedgeWords, largestWords } from "../words/backwards.ts";
import { refusalWords } from "../words/refusals.ts";
import type { Sentence } from "../words/sentences.ts";
import { crossPositions, holdingsOf } from "../words/threats.ts";
import { blank, blankId, blankProblems, blankValue, choice, chosen, type Blank } from "./blanks.ts";
import { holding, odds, sensitivities } from "./chances.ts";
import type { Choice } from "./fields.ts";
import { simulation } from "./simulation.ts";
import type { View } from "./view.ts";

export function backwards(view: View, wallet: WalletReport): TemplateResult {
  const factors = factorsOf(wallet).map((factor) => ({ value: factor, label: factorName(factor) }));
  const factor = chosen(view, blankId(view, "factor"), factors);
  return html`<div class="questions">
    ${survival(view, wallet, factors)} ${largest(view, wallet)} ${hedges(view, wallet)} ${haircuts(view, wallet)}
    ${
      wallet.positions.length > 0
        ? html`${sensitivities(view, wallet, factor)} ${odds(view, factor)} ${simulation(view, wallet)} ${holding(view, wallet)}`
        : nothing
    }
  </div>`;
}

/** The module takes so many in one request. */
const kMostQuestions = 100;

/** The answers of the module, or why it refuses the questions. */
function answersTo(view: View, questions: readonly Question[]): Answer[] | MarginError {
  const answers: Answer[] = [];
  for (let begin = 0; begin < questions.length; begin += kMostQuestions) {
    const answer = view.further.ask("inverse", {
      format: "margin-inverse-request/1",
      wallet: view.index,
      questions: questions.slice(begin, begin + kMostQuestions),
    });
    if (!answer || !("answers" in answer)) {
      return answer?.errors[0] ?? { code: "unknown", path: "", message: msg("There is no answer.") };
    }
    answers.push(...answer.answers);
  }
  return answers;
}

function listed(answers: readonly { key: string; words: Sentence }[]): TemplateResult {
  return html`<ul class="plain-list">
    ${answers.map(({ key, words }) => html`<li data-answer=${key}>${sentencesIn([words])}</li>`)}
  </ul>`;
}

const refused = (refusal: MarginError) => html`<p class="problem">${refusalWords(refusal)}</p>`;

/** What to add or to close, to live through a move. */
function survival(view: View, wallet: WalletReport, factors: readonly Choice[]): TemplateResult {
  const falls = { id: blankId(view, "falls"), label: msg("Falls or rises"), choices: directions() };
  const size: Blank = { id: blankId(view, "move"), label: msg("By how many per cent"), otherwise: 20, least: 0, most: 0 };
  const down = chosen(view, falls.id, falls.choices) === "falls";
  size.most = down ? kLargestFall : kLargestRise;
  const factor = chosen(view, blankId(view, "factor"), factors);
  const percent = Math.min(blankValue(view, size), size.most);
  const goal = { factor, move: shiftedDecimal(down ? -percent : percent, -2) };
  const answers = answersTo(view, [
    ...assetsToAdd(view, wallet).map((asset) => ({ question: "collateral-to-survive", asset, ...goal }) as const),
    ...closable(wallet).map((contract) => ({ question: "size-to-close", contract, ...goal }) as const),
  ]);
  const whatMoves = choice(view, { id: blankId(view, "factor"), label: msg("What moves"), choices: factors });
  return html`<div class="question" id="ask-survival">
    <p class="blanks">
      ${msg(html`To live through it if ${whatMoves} ${choice(view, falls)} by ${blank(view, size)} %:`)}
    </p>
    ${blankProblems(view, [size])}
    ${"code" in answers ? refused(answers) : survivalAnswers(view, answers)}
  </div>`;
}

function directions(): Choice[] {
  return [
    { value: "falls", label: msg("falls") },
    { value: "rises", label: msg("rises") },
  ];
}

/** Per cent; the module takes no price of nothing, and none a thousand times today's. */
const kLargestFall = 99.9;
const kLargestRise = 99_800;

function survivalAnswers({ numbers }: View, answers: readonly Answer[]): TemplateResult {
  const asked = answers.filter(({ question }) => question === "collateral-to-survive");
  if (asked.length > 0 && asked.every(({ answer }) => answer === "not-needed")) {
    return html`<p class="verdict calm" data-answer="lives">
      ${msg("It lives through that as it is: nothing has to be added or closed.")}
    </p>`;
  }
  const told = answers.flatMap((answer) => {
    if (answer.question === "collateral-to-survive") return [{ key: answer.asset, words: collateralWords(answer, numbers) }];
    if (answer.question === "size-to-close") return [{ key: answer.contract, words: closeWords(answer, numbers) }];
    return [];
  });
  return html`<p class="hint">${msg("Any one of these, done now:")}</p>
    ${listed(told)}`;
}

/** USD first, then what is held already. */
function assetsToAdd(view: View, wallet: WalletReport): string[] {
  if (wallet.type === "us-futures") return ["USD"];
  if (wallet.type === "single-collateral") return [wallet.currency];
  return [...new Set(["USD", ...holdingsOf(wallet)])].filter((asset) => asset === "USD" || priced(view, asset));
}

/** The positions that stand in the pool that is liquidated together. */
function closable(wallet: WalletReport): string[] {
  const open = wallet.type === "us-futures" ? wallet.positions : crossPositions(wallet);
  return open.map(({ contract }) => contract);
}

function priced({ result }: View, asset: string): boolean {
  return result !== undefined && Object.hasOwn(result.scenario.prices, asset);
}

/** The contracts that could be traded at the prices there are, those that are held first. */
function tradable(view: View, wallet: WalletReport): AnyContract[] {
  if (!view.result) return [];
  const held = wallet.positions.map(({ contract }) => contract);
  const all = contractsFor(view.result.rulebook, view.account).filter(({ underlying }) => priced(view, underlying));
  return [...all.filter(({ symbol }) => held.includes(symbol)), ...all.filter(({ symbol }) => !held.includes(symbol))];
}

function sides(): Choice[] {
  return [
    { value: "long", label: msg("buy") },
    { value: "short", label: msg("sell") },
  ];
}

/** The largest size, with a move that it must live through. */
function largest(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const contracts = tradable(view, wallet).map(({ symbol }) => ({ value: symbol, label: symbol }));
  if (contracts.length === 0 || !view.result) return nothing;
  const buys = { id: blankId(view, "side"), label: msg("Buy or sell"), choices: sides() };
  const traded = { id: blankId(view, "contract"), label: msg("Contract"), choices: contracts };
  const size: Blank = {
    id: blankId(view, "survives"),
    label: msg("Move in per cent"),
    otherwise: -20,
    least: -kLargestFall,
    most: kLargestRise,
  };
  const contract = chosen(view, traded.id, contracts);
  const side = chosen(view, buys.id, buys.choices) === "short" ? "short" : "long";
  const factor = underlyingOf(view.result.rulebook, contract);
  const move = shiftedDecimal(blankValue(view, size), -2);
  const question = { question: "largest-size", contract, side } as const;
  const answers = answersTo(view, [{ ...question, factor, move }, question]);
  return html`<div class="question" id="ask-largest">
    <p class="blanks">
      ${msg(html`The most I can ${choice(view, buys)} of ${choice(view, traded)}, so that the account survives a move of ${factor} by ${blank(view, size)} %:`)}
    </p>
    ${blankProblems(view, [size])}
    ${
      "code" in answers
        ? refused(answers)
        : listed(
            answers.flatMap((answer, index) =>
              answer.question === "largest-size"
                ? [{ key: index === 0 ? "survives" : "margin", words: largestWords(answer, view.numbers) }]
                : [],
            ),
          )
    }
  </div>`;
}

function hedges(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const { result } = view;
  const answers = answersTo(view, closable(wallet).map((contract) => ({ question: "hedge", contract }) as const));
  if (!result || "code" in answers || answers.length === 0) return nothing;
  const told = answers.flatMap((answer) =>
    answer.question === "hedge"
      ? [{ key: answer.contract, words: hedgeWords(answer, underlyingOf(result.rulebook, answer.contract), view.numbers) }]
      : [],
  );
  return html`<div class="question" id="ask-hedge">
    <p>${msg("To stand still while the price moves:")}</p>
    ${listed(told)}
  </div>`;
}

/** What haircuts would liquidate, of coins that back a position. */
function haircuts(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.type !== "multi-collateral" || crossPositions(wallet).length === 0) return nothing;
  const coins = [...new Set(holdingsOf(wallet))].filter((asset) => asset !== "USD");
  const answers = answersTo(view, coins.map((asset) => ({ question: "liquidating-haircut", asset }) as const));
  if ("code" in answers || answers.length === 0) return nothing;
  const told = answers.flatMap((answer) =>
    answer.question === "liquidating-haircut" ? [{ key: answer.asset, words: haircutWords(answer, view.numbers) }] : [],
  );
  return html`<div class="question" id="ask-haircut">
    <p>${msg("If the exchange took more off the collateral:")}</p>
    ${listed(told)}
  </div>`;
}
