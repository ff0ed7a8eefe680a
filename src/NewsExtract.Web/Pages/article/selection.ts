import type { NewsRecord, Span } from "../shell/types.ts";
import type { Placement } from "./placement.ts";

/** The words that are selected within one paragraph of the text, and where they stand in the source. */
export function selected(record: NewsRecord, placement: Placement): { text: string; span: Span } | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const start = position(range.startContainer, range.startOffset), end = position(range.endContainer, range.endOffset);
  if (!start || !end || start.paragraph !== end.paragraph || start.at >= end.at) return undefined;
  const span = placement.source({ paragraph: start.paragraph, start: start.at, end: end.at });
  return span ? { text: record.paragraphs[start.paragraph]!.text.slice(start.at, end.at), span } : undefined;
}

function position(node: Node, offset: number): { paragraph: number; at: number } | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const part = element?.closest<HTMLElement>(".s"), paragraph = element?.closest<HTMLElement>("[data-paragraph]");
  if (!part || !paragraph) return undefined;
  return { paragraph: Number(paragraph.dataset["paragraph"]), at: Number(part.dataset["from"]) + (node instanceof Text ? offset : 0) };
}
