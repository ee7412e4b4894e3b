// SPDX-License-Identifier: MIT
//
// What the page keeps on the reader's device. Browsers refuse it in some frames and modes, even to look, and it may
// be full: then nothing is kept, and whoever wanted to keep something is told.

/** Other pages of one host share its storage. */
export const kPrefix = "margin-calculator/";

export class Store {
  readonly #area: () => Storage;

  /** `area` may throw. */
  constructor(area: () => Storage) {
    this.#area = area;
  }

  /** Whether anything can be kept at all. */
  get open(): boolean {
    return this.#try((area) => area.length >= 0) ?? false;
  }

  read(name: string): string | undefined {
    return this.#try((area) => area.getItem(kPrefix + name) ?? undefined);
  }

  /** Whether it is kept now. */
  write(name: string, text: string): boolean {
    return (
      this.#try((area) => {
        area.setItem(kPrefix + name, text);
        return true;
      }) ?? false
    );
  }

  remove(name: string): void {
    this.#try((area) => area.removeItem(kPrefix + name));
  }

  /** The names that begin so, sorted. */
  names(beginning = ""): string[] {
    const whole = kPrefix + beginning;
    const keys = this.#try((area) => Array.from({ length: area.length }, (_, index) => area.key(index) ?? ""));
    return (keys ?? [])
      .filter((key) => key.startsWith(whole))
      .map((key) => key.slice(kPrefix.length))
      .sort();
  }

  clear(): void {
    for (const name of this.names()) this.remove(name);
  }

  #try<Value>(use: (area: Storage) => Value): Value | undefined {
    try {
      return use(this.#area());
    } catch {
      return undefined;
    }
  }
}

/** Kept until it is cleared, for all tabs. */
export const device = new Store(() => localStorage);
/** Kept as long as the tab, for it alone. */
export const tab = new Store(() => sessionStorage);
