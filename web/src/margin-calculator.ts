// SPDX-License-Identifier: MIT
//
// The calculator as an element for articles: loading this file defines <margin-calculator> and <margin-value>.
import { EmbeddedCalculator } from "./element/embedded-calculator.ts";
import { MarginValue } from "./element/margin-value.ts";

// Loaded twice, as by two articles of one page, they are defined once.
if (!customElements.get("margin-calculator")) customElements.define("margin-calculator", EmbeddedCalculator);
if (!customElements.get("margin-value")) customElements.define("margin-value", MarginValue);
