// SPDX-License-Identifier: MIT
import { watchForTrouble } from "./page/trouble.ts";
import { MarginCalculator } from "./element/margin-calculator.ts";

watchForTrouble();
customElements.define("margin-calculator", MarginCalculator);
