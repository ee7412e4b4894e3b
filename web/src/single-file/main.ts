// SPDX-License-Identifier: MIT
//
// The page as one file, opened from a disk: what its boot script starts.
import { PageCalculator } from "../element/page-calculator.ts";
import { chooseLanguage } from "../page/language-choice.ts";
import { watchForTrouble } from "../page/trouble.ts";
import { dressDocuments } from "./documents.ts";

watchForTrouble();
dressDocuments();
void chooseLanguage().then(() => customElements.define("margin-calculator", PageCalculator));
