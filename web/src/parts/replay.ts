// SPDX-License-Identifier: MIT
//
// An account held through prices of the past, from a file or pasted.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { Errors, Replay, ReplayPoint, WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { historyCharts } from "../pictures/history-chart.ts";
import { sentencesIn } from "../pictures/standing.ts";
import { momentWords, replayWords } from "../words/replay.ts";
import type { ReplayJob } from "../background/jobs.ts";
import { working, type Run } from "../background/running.ts";
import { blankId } from "./blanks.ts";
import { disclosure } from "./explain.ts";
import { progress } from "./progress.ts";
import { table } from "./tables.ts";
import type { View } from "./view.ts";

/** About half a million rows; some seconds of work. */
const kLargestHistory = 10_000_000;
/** A table of more rows is not read. */
const kMostRows = 40;
const kMostErrors = 5;

const kExample = `date,BTC,ETH
2026-01-01,100000,4000
2026-01-02,97500,3900`;

export function replay(view: View, wallet: WalletReport): TemplateResult {
  const csv = view.asked.get(blankId(view, "history")) ?? "";
  return html`<div class="question history" id="ask-replay">
    <p>
      ${msg("The account is held as it is through the prices of a table, from its first row on: nothing is added or traded, and between two rows prices go straight.")}
    </p>
    ${historyFields(view)} ${csv.trim() === "" || !view.result ? nothing : held(view, wallet, csv, view.result.scenario)}
  </div>`;
}

function historyFields(view: View): TemplateResult {
  const [id, nameId] = [blankId(view, "history"), blankId(view, "history-name")];
  const problem = view.asked.get(blankId(view, "history-problem")) ?? "";
  const name = view.asked.get(nameId) ?? "";
  const type = (text: string) => view.act.ask({ [id]: text, [nameId]: "", [blankId(view, "history-problem")]: "" });
  return html`<div class="buttons no-print">
      <label class="button" for="history-file">
        ${msg("Choose a CSV file")}
        <input id="history-file" class="unseen" type="file" accept=".csv,text/csv,text/plain" @change=${choose(view)} />
      </label>
      ${
        name === ""
          ? nothing
          : html`<span>${name}</span> <button type="button" @click=${() => type("")}>${msg("Remove")}</button>`
      }
    </div>
    ${problem === "" ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
    ${
      name === ""
        ? html`<div class="field no-print">
            <label for=${id}>${msg("Or paste the table")}</label>
            <textarea
              id=${id}
              spellcheck="false"
              autocomplete="off"
              placeholder=${kExample}
              aria-describedby="history-format"
              .value=${live(view.asked.get(id) ?? "")}
              @input=${(event: Event) => type((event.target as HTMLTextAreaElement).value)}
            ></textarea>
          </div>`
        : nothing
    }
    <p class="hint no-print" id="history-format">
      ${msg("Comma-separated: a column named date, a column for each asset, and a row for each moment, the oldest or the newest first. Dates are written as 2021-05-19 or in ISO 8601, prices in US dollars as 42000.5. The table stays on this device.")}
    </p>`;
}

const choose = (view: View) => (event: Event) => {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  // Emptied, so that the same file can be chosen again.
  input.value = "";
  if (file) void read(view, file);
};

async function read(view: View, file: File): Promise<void> {
  const place = (name: string) => blankId(view, name);
  const tell = (problem: string) => view.act.ask({ [place("history-problem")]: problem });
  if (file.size > kLargestHistory) {
    const most = view.numbers.quantity(kLargestHistory / 1_000_000);
    tell(msg(str`${file.name} is too large: the most is ${most} MB.`));
    return;
  }
  try {
    const csv = await file.text();
    view.act.ask({
      [place("history")]: csv,
      [place("history-name")]: file.name,
      [place("history-problem")]: csv.trim() === "" ? msg(str`${file.name} is empty.`) : "",
    });
  } catch {
    tell(msg(str`${file.name} could not be read.`));
  }
}

function held(view: View, wallet: WalletReport, csv: string, scenario: ReplayJob["request"]["scenario"]): unknown {
  const job: ReplayJob = {
    kind: "replay",
    request: { format: "margin-replay-request/1", scenario, wallet: view.index, csv },
  };
  return working(
    job,
    (run) => html`<div aria-busy=${run.state === "running"}>
      ${progress(run, msg("Replaying …"), view.numbers)} ${run.slice ? answered(view, wallet, run, run.slice.answer) : nothing}
    </div>`,
  );
}

function answered(view: View, wallet: WalletReport, run: Run<ReplayJob>, answer: Replay | Errors): TemplateResult {
  if ("errors" in answer) return refused(answer, view.numbers);
  const words = replayWords(answer, wallet, view.numbers);
  return html`<div class=${run.former ? "former" : ""}>
    <figure class="picture" aria-labelledby="replay-words">
      <figcaption><p class="standing verdict ${words.tone}" id="replay-words">${sentencesIn(words.sentences)}</p></figcaption>
      ${historyCharts(answer, wallet, view.numbers)}
    </figure>
    ${disclosure(view, { id: "replay-rows", summary: msg("The picture as a table") }, () =>
      pointsTable(answer.points ?? [], wallet, view.numbers),
    )}
  </div>`;
}

/** The rows that cannot be read. */
function refused({ errors }: Errors, numbers: Numbers): TemplateResult {
  const more = errors.length - kMostErrors;
  const count = numbers.quantity(more);
  return html`<p class="problem" role="alert">${msg("This table cannot be read as it is.")}</p>
    <ul class="plain-list">
      ${errors.slice(0, kMostErrors).map(({ message }) => html`<li>${message}</li>`)}
      ${more > 0 ? html`<li class="hint">${msg(str`Further problems: ${count}.`)}</li>` : nothing}
    </ul>`;
}

function pointsTable(points: readonly ReplayPoint[], wallet: WalletReport, numbers: Numbers): TemplateResult {
  const money = moneyOf(wallet, numbers);
  const [most, all] = [numbers.quantity(kMostRows), numbers.quantity(points.length)];
  return html`${table({
    caption: msg("The account at each row"),
    titled: true,
    heads: [msg("Date"), msg("Margin equity"), msg("Margin usage")],
    rows: points
      .slice(0, kMostRows)
      .map(({ at, marginEquity, marginUsage }) => [
        momentWords(at, numbers.locale),
        money.full(marginEquity),
        marginUsage === null ? msg("no equity left") : numbers.percent(marginUsage),
      ]),
  })}
  ${points.length > kMostRows ? html`<p class="hint">${msg(str`The first ${most} of ${all}.`)}</p>` : nothing}`;
}
