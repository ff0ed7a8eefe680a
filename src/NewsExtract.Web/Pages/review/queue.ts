import { get } from "../shell/api.ts";
import type { Page, ReviewItem } from "../shell/types.ts";

/** The queue, one item at a time. What was judged leaves it; what was skipped is stepped over. */
export class Queue {
  #items: ReviewItem[] = [];
  #at = 0;
  #next: string | undefined;
  #ended = false;
  total: number | undefined;

  constructor(readonly reason: string) {}

  get item(): ReviewItem | undefined { return this.#items[this.#at]; }
  get place(): number { return this.#at + 1; }
  get isFirst(): boolean { return this.#at === 0; }
  get skipped(): boolean { return this.#items.length > 0; }

  /** Fetches on when little is left. */
  async fill(): Promise<void> {
    while (!this.#ended && this.#items.length - this.#at < 3) {
      const page = await get<Page<ReviewItem>>("/review", { reason: this.reason, limit: 20, ...(this.#next ? { after: this.#next } : {}) });
      this.total ??= page.total;
      const known = new Set(this.#items.map(item => item.fact.id));
      this.#items.push(...page.items.filter(item => !known.has(item.fact.id)));
      this.#next = page.next;
      this.#ended = page.next === undefined;
    }
  }

  skip(): void { if (this.item) this.#at++; }
  back(): void { if (this.#at > 0) this.#at--; }

  /** Takes a judged fact out, wherever it stands. */
  take(fact: string): void {
    const before = this.#items.length, ahead = this.#items.slice(0, this.#at).filter(item => item.fact.id === fact).length;
    this.#items = this.#items.filter(item => item.fact.id !== fact);
    this.#at -= ahead;
    if (this.total !== undefined) this.total = Math.max(0, this.total - (before - this.#items.length));
  }

  /** Puts back what was undone, to be judged next. */
  put(item: ReviewItem): void {
    this.#items.splice(this.#at, 0, item);
    if (this.total !== undefined) this.total++;
  }
}
