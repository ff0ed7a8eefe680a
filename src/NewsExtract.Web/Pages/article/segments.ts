import type { Mention, NewsRecord, RecordFact, Span } from "../shell/types.ts";
import { Placement, type Place } from "./placement.ts";

/** What fills a role of a fact. */
export interface Argument { fact: string; role: string }

/** A stretch of a paragraph in which everything is the same: its mention, the facts it is evidence of, the roles it fills. */
export interface Segment { text: string; start: number; end: number; mention?: Mention; opens: boolean; facts: string[]; arguments: Argument[] }

type Layer = { place: Place; mention?: Mention; fact?: string; argument?: Argument };

/** Cuts every paragraph at the ends of mentions, evidence and arguments. */
export function segments(record: NewsRecord, placement: Placement): Segment[][] {
  const layers: Layer[][] = record.paragraphs.map(() => []);
  const add = (places: Place[], layer: Omit<Layer, "place">) => { for (const place of places) layers[place.paragraph]!.push({ place, ...layer }); };
  for (const mention of record.mentions) add(placement.places(mention.spans), { mention });
  for (const fact of record.facts) {
    add(placement.places(fact.evidence.spans), { fact: fact.id });
    for (const { role, spans } of argumentsOf(fact)) add(placement.places(spans), { argument: { fact: fact.id, role } });
  }
  return record.paragraphs.map((paragraph, i) => cut(paragraph.text, layers[i]!));
}

function cut(text: string, layers: Layer[]): Segment[] {
  const bounds = [...new Set([0, text.length, ...layers.flatMap(l => [l.place.start, l.place.end])])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((start, i) => {
    const end = bounds[i + 1]!;
    const over = layers.filter(l => l.place.start < end && l.place.end > start);
    const mention = over.find(l => l.mention);
    return {
      text: text.slice(start, end), start, end,
      ...(mention?.mention ? { mention: mention.mention } : {}),
      opens: mention?.place.start === start,
      facts: unique(over.map(l => l.fact)),
      arguments: innermost(over),
    };
  });
}

/** What fills a fact's roles. A choice (attends, signed) that all of the evidence stands for points at nothing in it. */
export function argumentsOf(fact: RecordFact): { role: string; spans: Span[] }[] {
  const first = fact.evidence.spans[0]?.[0] ?? 0, last = fact.evidence.spans.at(-1)?.[1] ?? 0;
  const all = (role: string, spans: Span[]) => (spans[0]?.[0] ?? Infinity) <= first && (spans.at(-1)?.[1] ?? -1) >= last && typeof fact.roles[role] === "string" && fact.roles[role] !== fact.evidence.text;
  return Object.entries(fact.roleSpans).map(([role, spans]) => ({ role, spans })).filter(({ role, spans }) => !all(role, spans));
}

/** One role of each fact: where one lies in another, the narrower. */
function innermost(over: Layer[]): Argument[] {
  const found = new Map<string, Layer>();
  for (const layer of over) {
    if (!layer.argument) continue;
    const other = found.get(layer.argument.fact);
    if (!other || width(layer) < width(other)) found.set(layer.argument.fact, layer);
  }
  return [...found.values()].map(layer => layer.argument!);
}

const width = (layer: Layer): number => layer.place.end - layer.place.start;

const unique = (items: (string | undefined)[]): string[] => [...new Set(items.filter(item => item !== undefined))];
