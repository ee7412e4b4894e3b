// SPDX-License-Identifier: MIT
import { PageCalculator } from "./element/page-calculator.ts";
import { chooseLanguage } from "./page/language-choice.ts";
import { watchForTrouble } from "./page/trouble.ts";

watchForTrouble();
// Another language's catalogue comes before the calculator, so that no text changes under the reader's eyes. It is not
// awaited here: the catalogue imports from the file that this one is built into, which would wait for itself.
void chooseLanguage().then(() => {
  customElements.define("margin-calculator", PageCalculator);
  // Without it the page works as before, only not without a network.
  import("./offline/offline.ts").catch(() => undefined);
});
