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

  /**
   * Takes out what a judged fact settles, wherever it stands, and gives it back: the fact itself, and contradictions with a figure that was rejected or
   * edited, which the server finds again if it is one still. One that was accepted goes on to contradict, and says that it was accepted.
   */
  judge(fact: string, action: "accept" | "reject" | "edit" | "add"): ReviewItem[] {
    const settled = (item: ReviewItem): boolean => item.fact.id === fact || action !== "accept" && item.other?.id === fact;
    const gone = this.#items.filter(settled);
    this.#at -= this.#items.slice(0, this.#at).filter(settled).length;
    this.#items = this.#items.filter(item => !settled(item));
    if (this.total !== undefined) this.total = Math.max(0, this.total - gone.length);
    if (action === "accept") this.#mark(fact, "accepted");
    return gone;
  }

  /** Puts back what was undone, to be judged next. */
  put(fact: string, items: readonly ReviewItem[]): void {
    this.#mark(fact, undefined);
    this.#items.splice(this.#at, 0, ...items);
    if (this.total !== undefined) this.total += items.length;
  }

  #mark(other: string, review: string | undefined): void {
    this.#items = this.#items.map(item => {
      if (item.other?.id !== other) return item;
      const { review: _, ...bare } = item.other;
      return { ...item, other: review === undefined ? bare : { ...bare, review } };
    });
  }
}
