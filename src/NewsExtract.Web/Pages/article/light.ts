import { roleName } from "../shell/labels.ts";
import { layLabels } from "./labels.ts";

/** What is lit: a fact that was chosen stays so, another is lit while pointed at or focused. Nothing is drawn anew for it. */
export class Light {
  #chosen: string | undefined;
  #pointed: readonly string[] = [];

  constructor(private readonly changed: (facts: readonly string[], chosen: string | undefined) => void) {}

  get chosen(): string | undefined { return this.#chosen; }

  choose(fact: string | undefined): void {
    this.#chosen = fact;
    this.#pointed = [];
    this.apply();
  }

  point(facts: readonly string[]): void {
    if (facts.join() === this.#pointed.join()) return;
    this.#pointed = facts;
    this.apply();
  }

  /** Again, after a redraw. */
  apply(): void {
    const facts = this.#pointed.length ? this.#pointed : this.#chosen ? [this.#chosen] : [];
    const lit = new Set(facts);
    for (const element of document.querySelectorAll<HTMLElement>("[data-facts]")) {
      element.classList.toggle("lit", element.dataset["facts"]!.split(" ").some(fact => lit.has(fact)));
    }
    for (const element of document.querySelectorAll<HTMLElement>("[data-arguments]")) {
      const filled = element.dataset["arguments"]!.split(" ").map(pair => pair.split(":")).find(([fact]) => lit.has(fact!));
      element.classList.toggle("argument", filled !== undefined);
      // The name of the role once, where what fills it begins.
      const before = element.previousElementSibling instanceof HTMLElement ? element.previousElementSibling.dataset["filled"] : undefined;
      const now = filled && facts.length === 1 ? filled.join(":") : undefined;
      if (now) element.dataset["filled"] = now; else delete element.dataset["filled"];
      if (now && (now !== before || element.classList.contains("box"))) element.dataset["role"] = roleName(filled![1]!); else delete element.dataset["role"];
    }
    layLabels();
    this.changed(facts, this.#chosen);
  }
}
