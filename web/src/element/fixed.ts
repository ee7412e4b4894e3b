// SPDX-License-Identifier: MIT
//
// What an author locks or hides: controls are told by their ids (form/model.ts), in whatever part they come to stand.
import type { ReactiveController, ReactiveControllerHost } from "lit";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement;

/** What a name stands for: controls, and the sections that hide with it. */
interface Named {
  controls: string;
  sections?: string;
}

const row = (kind: string) => `[id^="${kind}-"], #add-${kind}`;
const section = (...names: string[]) => names.map((name) => `section[aria-labelledby="${name}-title"]`).join();

/** The names for `lock` and `hide`. */
export const fixedNames: Readonly<Record<string, Named>> = {
  accounts: { controls: `.account-choices button, [id^="tab-"]`, sections: ".accounts" },
  collateral: { controls: `${row("collateral")}, [id^="wallet-"]`, sections: section("collateral", "coin", "cash") },
  positions: { controls: row("position"), sections: section("positions") },
  orders: { controls: row("order"), sections: section("orders", "previews") },
  transfers: { controls: row("transfer"), sections: section("transfers", "moves", "withdrawal") },
  prices: {
    controls: `[id^="price-"], [id^="strip-"], [id^="collateral-"][id$="-price"], [id^="wallet-"][id$="-price"]`,
    sections: ".strips",
  },
  time: { controls: "#asOf, #now" },
  rules: { controls: `section[aria-labelledby="rules-title"] *, [id$="-haircut"]`, sections: section("rules") },
  keep: { controls: ".files *, .saved *", sections: ".files, .saved" },
  examples: { controls: ".presets button", sections: ".presets" },
  results: { controls: "#results *", sections: "#results" },
};

/** Names of rows whose single fields can be named too, as in "positions.size". */
const rowKinds: Readonly<Record<string, string>> = {
  collateral: "collateral",
  positions: "position",
  orders: "order",
  transfers: "transfer",
};

/** The list as names that are known; whatever else is in it is left out. */
export function namesIn(list: string): string[] {
  return list.split(/[\s,]+/).filter((name) => named(name) !== undefined);
}

function named(name: string): Named | undefined {
  if (Object.hasOwn(fixedNames, name)) return fixedNames[name];
  const [, rows = "", field = ""] = /^([a-z]+)\.([A-Za-z]+)$/.exec(name) ?? [];
  if (!Object.hasOwn(rowKinds, rows)) return undefined;
  const controls = `[id^="${rowKinds[rows]}-"][id$="-${field}"]`;
  return { controls, sections: `.field:has(> ${controls}), fieldset${controls}` };
}

/** Keeps them so in a host's shadow tree, also in parts that come later. */
export class Fixed implements ReactiveController {
  readonly #host: ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment };
  readonly #hidden = new CSSStyleSheet();
  readonly #locked = new Set<Control>();
  readonly #observer = new MutationObserver(() => this.#lock());
  #controls = "";
  #lists = "";

  constructor(host: ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment }) {
    this.#host = host;
    host.addController(this);
  }

  apply(lock: string, hide: string): void {
    const lists = `${lock}|${hide}`;
    if (lists === this.#lists) return;
    this.#lists = lists;
    const hidden = namesIn(hide).map((name) => named(name)?.sections ?? named(name)?.controls);
    const root = this.#host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, this.#hidden])];
    root.addEventListener("keydown", this.#keep, { capture: true });
    this.#hidden.replaceSync(hidden.length > 0 ? `:is(${hidden.join()}) { display: none !important; }` : "");
    const controls = namesIn(lock).map((name) => named(name)?.controls);
    this.#controls = controls.length > 0 ? `:is(${controls.join()}):is(input, select, textarea, button)` : "";
    this.#free();
    this.#lock();
    this.#watch();
  }

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #watch(): void {
    this.#observer.disconnect();
    if (this.#controls === "") return;
    this.#observer.observe(this.#host.renderRoot, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  }

  #lock(): void {
    if (this.#controls === "") return;
    for (const control of this.#host.renderRoot.querySelectorAll<Control>(this.#controls)) {
      this.#locked.add(control);
      // What can be read and copied stays so, and in the order of the keyboard.
      if (isText(control)) control.readOnly = true;
      else if (!control.disabled) control.disabled = true;
    }
    // What was removed from the tree is not held on to.
    for (const control of this.#locked) if (!control.isConnected) this.#locked.delete(control);
  }

  #free(): void {
    for (const control of this.#locked) {
      if (isText(control)) control.readOnly = false;
      else control.disabled = false;
    }
    this.#locked.clear();
  }

  /** The arrow keys step a number, but not one that is locked. */
  readonly #keep = (event: Event) => {
    const target = event.target as Control;
    if (isText(target) && target.readOnly && /^Arrow(Up|Down)$/.test((event as KeyboardEvent).key)) event.stopPropagation();
  };
}

function isText(control: Control): control is HTMLInputElement | HTMLTextAreaElement {
  return control.localName === "textarea" || (control.localName === "input" && (control as HTMLInputElement).type === "text");
}
