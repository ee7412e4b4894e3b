// SPDX-License-Identifier: MIT
//
// The size is React's own state: the field changes the scenario, and the calculator tells what it answers, also when
// its reader changes something in it.
import "margin-calculator/element";
import { useState } from "react";
import type { CalculatorAnswer } from "margin-calculator/element";

export function App() {
  const [size, setSize] = useState(5);
  const [answer, setAnswer] = useState<CalculatorAnswer>();
  const take = ({ detail }: CustomEvent<CalculatorAnswer>) => setAnswer(detail);
  const price = answer?.report.wallets[0]?.factors.find(({ factor }) => factor === "BTC")?.below?.price;
  return (
    <>
      <h1>In React</h1>
      <label>
        Contracts, in bitcoin <input type="number" min="1" max="10" value={size} onChange={({ target }) => setSize(Number(target.value))} />
      </label>
      <margin-calculator view="headline" scenario={`v=1&c=BTC:1@100000&p=PF_XBTUSD:long:${size}@100000`} onready={take} onchange={take}>
        One bitcoin is pledged and five are bought. The account is liquidated where bitcoin falls to $84,448.
      </margin-calculator>
      <p>
        What React was told: <output>{price === undefined ? "nothing yet" : `${Math.round(price)} USD`}</output>
      </p>
    </>
  );
}
