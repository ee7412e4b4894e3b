// SPDX-License-Identifier: MIT
//
// The calculator as an element for articles: loading this file defines <margin-calculator> and <margin-value>.
import { EmbeddedCalculator } from "./element/embedded-calculator.ts";

// Loaded twice, as by two articles of one page, it is defined once.
if (!customElements.get("margin-calculator")) customElements.define("margin-calculator", EmbeddedCalculator);
