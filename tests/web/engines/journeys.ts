// SPDX-License-Identifier: MIT
//
// The ways through the page that matter most, walked by a page in whatever browser opens it: it holds the built page
// in a frame, does what a reader does, looks at what is shown, and posts its verdict to the server it came from.

const frame = document.querySelector("iframe")!;
const kPatience = 30_000;
const complaints: string[] = [];

/** Opens the page anew, with what stands behind its address. */
async function open(behind = ""): Promise<void> {
  // Else a change of the fragment alone would not load it again.
  await load("about:blank");
  // What the last journey's page kept as it was left.
  localStorage.clear();
  await load(`index.html${behind}`);
  const page = frame.contentWindow!;
  page.addEventListener("error", ({ message }) => complaints.push(message));
  page.addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));
  frame.contentDocument!.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
    complaints.push(`against the policy: ${violatedDirective}`),
  );
  await until("the results", () => find("#results"));
  await until("the later parts", () => find("#add-order"));
}

function load(address: string): Promise<unknown> {
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = address;
  return loaded;
}

const root = () => frame.contentDocument?.querySelector("margin-calculator")?.shadowRoot;
const find = (selector: string) => root()?.querySelector<HTMLElement>(selector) ?? undefined;

function the<Kind extends HTMLElement>(selector: string): Kind {
  const found = find(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found as Kind;
}

/** Waits for what `look` finds. */
async function until<Found>(what: string, look: () => Found | undefined | false): Promise<Found> {
  for (const begin = performance.now(); performance.now() - begin < kPatience; ) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`waited in vain for ${what}`);
}

async function says(selector: string, expected: RegExp): Promise<void> {
  const read = () => (find(selector)?.innerText ?? "").replace(/\s+/g, " ").trim();
  await until(`${selector} to say ${String(expected)}; it says “${read()}”`, () => expected.test(read())).catch((error) => {
    throw new Error(`${String(error)}, at last “${read()}”`);
  });
}

function type(selector: string, text: string): void {
  const field = the<HTMLInputElement>(selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
}

async function press(selector: string): Promise<void> {
  const button = await until(`${selector} to be enabled`, () => find(`${selector}:enabled`));
  button.click();
}

const kSize = "[id^=position-][id$=-size]";
const kLead = "p.lead";
const kExample = /^You control \$500,000 of BTC contracts .* 5\.1× leverage\. If BTC falls 15\.6% to \$84,448,/;

const journeys: Record<string, () => Promise<void>> = {
  "the first example is there with its sentence": async () => {
    await open();
    await says(kLead, kExample);
    await says("#figure-marginEquity", /^\$98,000\.00$/);
  },
  "typing changes the sentence, and what cannot be read keeps the last": async () => {
    await open();
    type(kSize, "2.5");
    await says(kLead, /^You control \$250,000 of BTC contracts/);
    type(kSize, "x");
    await until("the mark of an old result", () => find("#results.stale"));
    await says(kLead, /\$250,000/);
  },
  "an example, taken back and done again": async () => {
    await open();
    the("#preset-eth-sol").click();
    await says(kLead, /If SOL falls 36\.6% to \$126\.80/);
    await press("#step-back");
    await says(kLead, kExample);
    await press("#step-on");
    await says(kLead, /If SOL falls 36\.6% to \$126\.80/);
  },
  "a price strip moves the price, and gives it back": async () => {
    await open();
    const strip = the<HTMLInputElement>("#strip-BTC");
    // A script cannot press keys: it takes the step that the key takes.
    strip.stepDown(100);
    strip.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    const back = await until("the way back", () => find(".strip button"));
    if (kExample.test(the(kLead).innerText)) throw new Error("the sentence does not follow");
    back.click();
    await says(kLead, kExample);
  },
  "a link is written as one types, and restores the account": async () => {
    await open();
    type(kSize, "4");
    const written = await until("the link", () => /size|long:4@/.test(hash()) && hash());
    await open(written);
    await says(kLead, /^You control \$400,000 of BTC contracts/);
  },
  "a fold that needs the whole module": async () => {
    await open();
    the<HTMLDetailsElement>("#story").open = true;
    await says("#story", /BTC falls 15\.6% to \$84,448\.16/);
  },
  "the picture of the account along a price": async () => {
    await open();
    the<HTMLDetailsElement>("#curve").open = true;
    await until("the picture", () => find("#curve .chart"));
    await says("#curve-standing", /Today, margin equity is \$98,000/);
  },
  "another language": async () => {
    await open("?lang=de");
    await says("#figure-marginEquity", /98\.000,00/);
    if (frame.contentDocument!.documentElement.lang !== "de") throw new Error("the page does not say so");
  },
};

const hash = () => frame.contentWindow!.location.hash;

const failures: string[] = [];
for (const [journey, walk] of Object.entries(journeys)) {
  try {
    await walk();
  } catch (error) {
    failures.push(`${journey}: ${String(error)}`);
  }
  failures.push(...complaints.splice(0).map((complaint) => `${journey}: ${complaint}`));
  const line = document.createElement("li");
  line.textContent = journey;
  document.querySelector("ol")!.append(line);
}
document.title = failures.length === 0 ? `passed ${Object.keys(journeys).length}` : `failed ${failures.length}`;
const verdict = { walked: Object.keys(journeys).length, failures, browser: navigator.userAgent };
await fetch("verdict", { method: "POST", body: JSON.stringify(verdict) });

// Alone in its page, it shares no names with the other tests' files.
export {};
