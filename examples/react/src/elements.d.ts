// SPDX-License-Identifier: MIT
//
// The elements as React's JSX knows them. React 19 sets what an element has as a property, and what begins with "on" is
// a listener for the event of that name.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { CalculatorAnswer, MarginCalculatorElement, MarginValueElement } from "margin-calculator/element";

type Of<Element, Properties> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Properties> & Properties;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "margin-calculator": Of<
        MarginCalculatorElement,
        {
          scenario?: MarginCalculatorElement["scenario"] | string;
          view?: MarginCalculatorElement["view"];
          lock?: string;
          hide?: string;
          page?: string;
          theme?: "light" | "dark";
          onready?: (event: CustomEvent<CalculatorAnswer>) => void;
          onchange?: (event: CustomEvent<CalculatorAnswer>) => void;
        }
      >;
      "margin-value": Of<MarginValueElement, Partial<Omit<MarginValueElement, keyof HTMLElement>>>;
    }
  }
}
