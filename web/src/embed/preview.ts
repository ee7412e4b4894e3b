// SPDX-License-Identifier: MIT
import { fit, heightFrom } from "./frame-height.ts";

/** How long typing pauses before the frame follows. */
const kPause = 300;

/** A frame that shows an address, and is as high as what is in it. */
export class Preview {
  #frame: HTMLIFrameElement | undefined;
  #address = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #measured: (height: number) => void;

  /** `measured` is told each height of its content. */
  constructor(measured: (height: number) => void) {
    this.#measured = measured;
  }

  /** For ref(): the frame as it comes and, undefined, as it goes. */
  readonly at = (frame: Element | undefined) => {
    clearTimeout(this.#timer);
    this.#frame = frame as HTMLIFrameElement | undefined;
    if (this.#frame) {
      this.#frame.src = this.#address;
      addEventListener("message", this.#hear);
    } else {
      removeEventListener("message", this.#hear);
    }
  };

  show(address: string): void {
    if (address === this.#address) return;
    this.#address = address;
    clearTimeout(this.#timer);
    // In place of the former: the reader's way back does not lead through every change.
    this.#timer = setTimeout(() => this.#frame?.contentWindow?.location.replace(address), kPause);
  }

  readonly #hear = (event: MessageEvent<unknown>) => {
    const height = this.#frame && heightFrom(event, this.#frame);
    if (!this.#frame || height === undefined) return;
    fit(this.#frame, height);
    this.#measured(height);
  };
}
