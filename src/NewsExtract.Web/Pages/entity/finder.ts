import { html, nothing, type TemplateResult } from "lit-html";
import { get, line } from "../shell/api.ts";
import { entityType } from "../shell/labels.ts";
import { t } from "../shell/language.ts";
import { say } from "../shell/shell.ts";
import type { EntityItem, Page } from "../shell/types.ts";

/** Finds another entity of the same type by its name. */
export class EntityFinder {
  chosen: EntityItem | undefined;
  #found: EntityItem[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #asked = new AbortController();

  constructor(private readonly type: string, private readonly not: string, private readonly changed: () => void) {}

  draw(): TemplateResult {
    return html`<label>${t("mergeWith")}<input name="other" autocomplete="off" maxlength="200" @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value)}></label>
      ${this.#found.length ? html`<ul class="plain found">${this.#found.map(entity => html`<li><label class="check"><input type="radio" name="second" .checked=${entity.id === this.chosen?.id} @change=${() => { this.chosen = entity; this.changed(); }}>
        <span>${entity.name} <span class="hint">${entityType(entity.type)} · ${t("countNamed", { n: entity.members })}</span></span></label></li>`)}</ul>` : nothing}
      ${this.chosen ? html`<p role="status">${t("mergeChosen", { name: this.chosen.name })}</p>` : nothing}`;
  }

  #typed(text: string): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#ask(text.trim()), 250);
  }

  async #ask(q: string): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    try {
      this.#found = q ? (await get<Page<EntityItem>>("/entities", { q, type: this.type, limit: 8 }, this.#asked.signal)).items.filter(entity => entity.id !== this.not) : [];
      if (!this.#found.some(entity => entity.id === this.chosen?.id)) this.chosen = undefined;
    } catch (error) { if (line(error)) say(line(error), "error"); return; }
    this.changed();
  }
}
