import type { Paragraph, Span } from "../shell/types.ts";

/** A stretch of a paragraph's text. */
export interface Place { paragraph: number; start: number; end: number }

interface Piece { paragraph: number; text: number; source: Span }

/** Says where in the paragraphs' texts a span of the source stands, and the reverse. */
export class Placement {
  readonly #pieces: Piece[];

  constructor(paragraphs: readonly Paragraph[]) {
    this.#pieces = paragraphs.flatMap((paragraph, index) => piecesOf(paragraph, index)).sort((a, b) => a.source[0] - b.source[0]);
  }

  /** The stretches that stand for spans of the source, in the order of the text; what lies in no paragraph is left out. */
  places(spans: readonly Span[]): Place[] {
    const found: Place[] = [];
    for (const [start, end] of spans) {
      for (const piece of this.#pieces) {
        const from = Math.max(start, piece.source[0]), to = Math.min(end, piece.source[1]);
        if (from < to) found.push({ paragraph: piece.paragraph, start: piece.text + from - piece.source[0], end: piece.text + to - piece.source[0] });
      }
    }
    return joined(found.sort((a, b) => a.paragraph - b.paragraph || a.start - b.start));
  }

  /** From the first to the last unit of the source that a stretch stands for; undefined for a stretch of inserted blanks. */
  source(place: Place): Span | undefined {
    let start = Infinity, end = -1;
    for (const piece of this.#pieces) {
      if (piece.paragraph !== place.paragraph) continue;
      const from = Math.max(place.start, piece.text), to = Math.min(place.end, piece.text + piece.source[1] - piece.source[0]);
      if (from >= to) continue;
      start = Math.min(start, piece.source[0] + from - piece.text);
      end = Math.max(end, piece.source[0] + to - piece.text);
    }
    return end < 0 ? undefined : [start, end];
  }
}

/** Stretches that only a line's end parts are one, with the blank that was set there. */
function joined(places: Place[]): Place[] {
  const found: Place[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last.paragraph === place.paragraph && place.start - last.end <= 1) last.end = Math.max(last.end, place.end);
    else found.push({ ...place });
  }
  return found;
}

/** A paragraph's characters are those of its spans in order, with one blank more where two lines of Latin letters were joined (docs/record.md). */
function piecesOf(paragraph: Paragraph, index: number): Piece[] {
  let blanks = paragraph.text.length - paragraph.spans.reduce((sum, [start, end]) => sum + end - start, 0);
  let at = 0;
  return paragraph.spans.map((source, i) => {
    if (i > 0 && blanks > 0 && paragraph.text[at] === " " && joins(paragraph.text[at - 1]) && joins(paragraph.text[at + 1])) { at++; blanks--; }
    const piece = { paragraph: index, text: at, source };
    at += source[1] - source[0];
    return piece;
  });
}

const joins = (unit: string | undefined): boolean => unit !== undefined && !/[\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(unit);
