// SPDX-License-Identifier: MIT

const kMost = 500;

/** What a function makes of a number or text is made once: at each key most of them are asked for again. */
export function remembered<In, Out>(make: (given: In) => Out): (given: In) => Out {
  const known = new Map<In, Out>();
  return (given) => {
    if (known.has(given)) return known.get(given) as Out;
    if (known.size >= kMost) known.clear();
    const out = make(given);
    known.set(given, out);
    return out;
  };
}
