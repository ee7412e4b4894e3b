// SPDX-License-Identifier: MIT
//
// While the reader types or drags, only what is in the window or near it is drawn at once; the rest follows when the
// hand pauses. Meanwhile the browser need not lay the rest out either. Behind the first screen, too, the rest is drawn
// bit by bit.
import { noChange, nothing, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive, type ChildPart, type DirectiveResult } from "lit/directive.js";

/** The rest follows so long after the last key, and so long after the first one at the latest. */
const kPause = 80;
const kLongest = 500;
/** After which the browser lays all out again. */
const kCalm = 1000;
/** Milliseconds that a slice of the rest leaves to the browser. */
const kLeft = 4;

type Draw = () => TemplateResult | typeof nothing;

/** Safari has none. */
const whenIdle: (run: (deadline?: IdleDeadline) => void) => unknown =
  globalThis.requestIdleCallback?.bind(globalThis) ?? ((run) => setTimeout(run));

export class Late implements ReactiveController {
  readonly #host: LitElement;
  /** Whether the next drawing is one of the near parts only. */
  #hurried = false;
  /** Whether the browser leaves out what is far. */
  #skipping = false;
  #begun: number | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #calm: ReturnType<typeof setTimeout> | undefined;
  /** Drawn since their places were last looked up. */
  readonly #moved = new Set<LatePart>();
  readonly #due = new Set<LatePart>();
  /** Due behind all others. */
  readonly #last = new Set<LatePart>();
  /** Whether the first screen stands and the next drawing is the first one of the rest. */
  #filling: boolean;
  readonly #partOf = new WeakMap<Element, LatePart>();
  readonly #observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: "50% 0%" });

  constructor(host: LitElement, filling: boolean) {
    this.#host = host;
    this.#filling = filling;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("beforeprint", this.#all);
  }

  hostDisconnected(): void {
    removeEventListener("beforeprint", this.#all);
    this.#all();
    this.#observer.disconnect();
  }

  hostUpdated(): void {
    this.#hurried = false;
    for (const part of this.#moved) this.watch(part);
    this.#moved.clear();
    for (const part of this.#last) this.#due.add(part);
    this.#last.clear();
    if (this.#filling) whenIdle(this.#slice);
    // Whatever the reader asks for from now on is there at once, to take the focus.
    this.#filling = false;
  }

  /** Says, before it is asked for, that the next drawing answers a key or a drag. */
  hurry(): void {
    if (this.#host.isUpdatePending && !this.#hurried) return;
    this.#hurried = true;
    this.#skip(true);
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => this.#skip(false), kCalm);
    const now = performance.now();
    this.#begun ??= now;
    if (now - this.#begun > kLongest) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => whenIdle(this.#slice), kPause);
  }

  /** A part of the page, which may be drawn a moment later than the rest. */
  readonly part = (draw: Draw, last = false): DirectiveResult => latePart(this, draw, last);

  /** Whether the part is drawn later. */
  postpones(part: LatePart, last: boolean): boolean {
    const later = (this.#filling && !part.known) || (this.#hurried && (this.#due.has(part) || part.isFar));
    if (!later) this.#drawn(part);
    else if (last) this.#last.add(part);
    else this.#due.add(part);
    return later;
  }

  forget(part: LatePart): void {
    this.#due.delete(part);
    this.#last.delete(part);
    this.#moved.delete(part);
    for (const element of part.elements) this.#observer.unobserve(element);
    part.elements = [];
  }

  #drawn(part: LatePart): void {
    part.known = true;
    this.#due.delete(part);
    this.#moved.add(part);
  }

  #draw(part: LatePart): void {
    this.#drawn(part);
    part.draw();
    this.watch(part);
    this.#moved.delete(part);
  }

  readonly #slice = (deadline?: IdleDeadline): void => {
    this.#begun = undefined;
    for (const part of this.#due) {
      this.#draw(part);
      if (!deadline || deadline.timeRemaining() < kLeft) break;
    }
    if (this.#due.size > 0) whenIdle(this.#slice);
  };

  readonly #all = (): void => {
    clearTimeout(this.#pause);
    clearTimeout(this.#calm);
    this.#begun = undefined;
    for (const part of this.#due) this.#draw(part);
    this.#skip(false);
  };

  /** Whether the browser may leave out what is far. */
  #skip(skipping: boolean): void {
    this.#skipping = skipping;
    this.#host.renderRoot.querySelector(".page")?.toggleAttribute("data-hurried", skipping);
  }

  watch(part: LatePart): void {
    // Of one that is gone, whatever is watched would hold on to all of it.
    if (!this.#host.isConnected) return;
    const now = part.found();
    if (now.length === part.elements.length && now.every((element, index) => element === part.elements[index])) return;
    this.forget(part);
    part.elements = now;
    for (const element of now) {
      this.#partOf.set(element, part);
      this.#observer.observe(element);
    }
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      // What leaves the window while the browser skips what is far is kept: its size is not known yet, and all would jump.
      if (isIntersecting || !this.#skipping) target.toggleAttribute("data-far", !isIntersecting);
      const part = this.#partOf.get(target);
      if (isIntersecting && part && this.#due.has(part)) this.#draw(part);
    }
  }
}

export class LatePart extends AsyncDirective {
  /** What it has drawn, as far as it is watched. */
  elements: readonly Element[] = [];
  /** Whether it was drawn before. */
  known = false;
  #late: Late | undefined;
  #part: ChildPart | undefined;
  #draw: Draw = () => nothing;

  /** Far is what is far as a whole, and has been seen to be. */
  get isFar(): boolean {
    return this.elements.length > 0 && this.elements.every((element) => element.hasAttribute("data-far"));
  }

  override render(_late: Late, draw: Draw, _last: boolean): ReturnType<Draw> {
    return draw();
  }

  override update(part: ChildPart, [late, draw, last]: [Late, Draw, boolean]): ReturnType<Draw> | typeof noChange {
    this.#late = late;
    this.#part = part;
    this.#draw = draw;
    return late.postpones(this, last) ? noChange : draw();
  }

  draw(): void {
    if (this.isConnected) this.setValue(this.#draw());
  }

  /** The elements that stand at its place now. */
  found(): Element[] {
    const found: Element[] = [];
    const end = this.#part?.endNode ?? null;
    for (let node = this.#part?.startNode?.nextSibling; node && node !== end; node = node.nextSibling) {
      if (node instanceof Element) found.push(node);
    }
    return found;
  }

  override disconnected(): void {
    this.#late?.forget(this);
  }

  override reconnected(): void {
    this.#late?.watch(this);
  }
}

const latePart = directive(LatePart);
