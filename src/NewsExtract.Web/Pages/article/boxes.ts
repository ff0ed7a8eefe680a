import type { Box, NewsRecord, Span } from "../shell/types.ts";
import { argumentsOf } from "./segments.ts";

/** A rectangle on a page: a line of a fact's evidence, or what fills one of its roles. */
export interface PageBox { box: Box; facts: string[]; arguments: string[]; text: string; follows?: boolean }

/** All boxes of an article, those of the same place together. Roles have no boxes of their own; those of the mention that fills them stand for them. */
export function boxesOf(record: NewsRecord): PageBox[] {
  const found = new Map<string, PageBox>();
  const put = (box: Box, text: string): PageBox => {
    const key = box.join();
    let entry = found.get(key);
    if (!entry) found.set(key, entry = { box, facts: [], arguments: [], text });
    return entry;
  };
  for (const fact of record.facts) for (const box of fact.evidence.boxes ?? []) put(box, fact.evidence.text).facts.push(fact.id);
  for (const mention of record.mentions) {
    const filled = record.facts.flatMap(fact => narrowest(argumentsOf(fact).filter(({ spans }) => touches(spans, mention.spans))).map(({ role }) => `${fact.id}:${role}`));
    if (filled.length) for (const [line, box] of (mention.boxes ?? []).entries()) {
      const entry = put(box, mention.text);
      entry.follows = line > 0;
      entry.arguments.push(...filled);
    }
  }
  return [...found.values()];
}

const narrowest = <T extends { spans: Span[] }>(items: T[]): T[] => [...items].sort((a, b) => length(a.spans) - length(b.spans)).slice(0, 1);
const length = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);
const touches = (one: readonly Span[], other: readonly Span[]): boolean => one.some(([a, b]) => other.some(([c, d]) => a < d && c < b));

/** The pages that the article stands on. */
export function pagesOf(record: NewsRecord): number[] {
  return [...new Set(record.paragraphs.filter(p => p.kind !== "furniture").flatMap(p => (p.boxes ?? []).map(box => box[0])))].sort((a, b) => a - b);
}
