import { html, nothing, type TemplateResult } from "lit-html";
import { get, line, type Query } from "./api.ts";
import { t } from "./language.ts";
import { say } from "./shell.ts";
import { empty, failed, loading } from "./states.ts";
import type { Page } from "./types.ts";

/** An answer that comes page by page; a new question takes the place of the one under way. */
export class Listing<T> {
  items: T[] | undefined;
  total: number | undefined;
  #next: string | undefined;
  #trouble: string | undefined;
  #busy = false;
  #query: Query = {};
  #asked = new AbortController();

  constructor(private readonly path: string, private readonly changed: () => void, private readonly size = 50) {}

  async ask(query: Query = this.#query): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    this.#query = query;
    this.#busy = true;
    this.#trouble = undefined;
    this.changed();
    try {
      const page = await get<Page<T>>(this.path, { ...query, limit: this.size }, this.#asked.signal);
      this.items = page.items;
      this.total = page.total;
      this.#next = page.next;
    } catch (error) {
      const why = line(error);
      if (!why) return;
      this.#trouble = why;
    }
    this.#busy = false;
    this.changed();
  }

  async more(): Promise<void> {
    if (!this.#next || this.#busy) return;
    this.#busy = true;
    this.changed();
    try {
      const page = await get<Page<T>>(this.path, { ...this.#query, limit: this.size, after: this.#next }, this.#asked.signal);
      this.items = [...this.items ?? [], ...page.items];
      this.#next = page.next;
    } catch (error) { if (line(error)) say(line(error), "error"); }
    this.#busy = false;
    this.changed();
  }

  get isMore(): boolean { return this.#next !== undefined; }

  /** What there is of it: loading, trouble, nothing, or all that came so far. */
  draw(list: (items: T[]) => TemplateResult, nothingText: string, hint?: string): TemplateResult {
    if (this.#trouble) return failed(this.#trouble, () => void this.ask());
    if (!this.items) return loading();
    if (!this.items.length) return empty(nothingText, hint);
    return html`${list(this.items)}
      ${this.#next ? html`<p class="load-more"><button @click=${() => void this.more()} ?disabled=${this.#busy}>${this.#busy ? t("loading") : t("loadMore")}</button></p>` : nothing}`;
  }
}
