// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { Editor } from "./editor.ts";

type Host = ReactiveControllerHost & EventTarget & { linked: boolean };

/**
 * Ctrl+Z takes a step back and Ctrl+Shift+Z or Ctrl+Y makes it again (Cmd on Apple's keyboards), but not inside a
 * field: there the keys undo the typing as in every other field.
 */
export class UndoKeys implements ReactiveController {
  readonly #host: Host;
  readonly #editor: Pick<Editor, "undo" | "redo">;

  constructor(host: Host, editor: Pick<Editor, "undo" | "redo">) {
    this.#host = host;
    this.#editor = editor;
    host.addController(this);
  }

  /** The page's own calculator hears the whole page, a guest only what happens in it. */
  get #target(): EventTarget {
    return this.#host.linked ? window : this.#host;
  }

  hostConnected(): void {
    this.#target.addEventListener("keydown", this.#press);
  }

  hostDisconnected(): void {
    this.#target.removeEventListener("keydown", this.#press);
  }

  readonly #press = (event: Event) => {
    const { ctrlKey, metaKey, altKey, shiftKey, key } = event as KeyboardEvent;
    if (!(ctrlKey || metaKey) || altKey || isTyping(event)) return;
    const pressed = key.toLowerCase();
    const redo = pressed === "y" || (pressed === "z" && shiftKey);
    if (!redo && pressed !== "z") return;
    event.preventDefault();
    if (redo) this.#editor.redo();
    else this.#editor.undo();
  };
}

function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
}
