// SPDX-License-Identifier: MIT
// Figures as people read them, and results.md.
import { existsSync, readFileSync } from "node:fs";

const digits = (value) => value.toPrecision(value >= 100 ? 3 : 2);
const plainly = (value) => Number(digits(value)).toLocaleString("en", { maximumSignificantDigits: 3 });

export const microseconds = (value) => (value < 1000 ? `${plainly(value)} µs` : milliseconds(value));
export const milliseconds = (value) => `${plainly(value / 1000)} ms`;
export const times = (value) => `${plainly(value)} ×`;

/** What people say to the figures: where a target is missed, why. It outlives the next run. */
function remarks() {
  const file = new URL("remarks.md", import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** @param rows  Name, measured, target and whether it is met. */
export function table(rows, { machine, answers }) {
  const verdict = ({ met } = {}) => (met === undefined ? "" : met ? "yes" : "**no**");
  const lines = rows.map(([name, measured, target, judged]) => `| ${name} | ${measured} | ${target} | ${verdict(judged)} |`);
  return `# Results

Written by \`./dev bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.

| | measured | target | met |
|---|---|---|---|
${lines.join("\n")}

## Answers, compared before anything was timed

${answers.map((answer) => `- ${answer}`).join("\n")}

${remarks()}`;
}
