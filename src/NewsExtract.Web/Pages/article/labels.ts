export interface Rect { left: number; top: number; right: number; bottom: number }

/** What is labelled, and how large its label is. */
export interface Labelled { over: Rect; width: number; height: number }

/** Where a label lies: how far right of where its words begin, and whether below them instead of above. */
export interface LabelPlace { shift: number; below: boolean }

/**
 * Places labels so that none covers another or is cut off: above the words, else below them, and within what they stand in. Where both places are
 * taken there is none: the words are marked, and their role stands beside them in the list of facts.
 * @param words all that is marked, which a label covers only where there is no other place.
 */
export function placeLabels(all: readonly Labelled[], words: readonly Rect[], within: { left: number; right: number }): (LabelPlace | undefined)[] {
  const laid: Rect[] = [];
  return all.map(({ over, width, height }) => {
    const left = Math.max(within.left, Math.min(over.left, within.right - width));
    const places = [false, true].map(below => {
      const top = below ? over.bottom : over.top - height;
      return { below, at: { left, top, right: left + width, bottom: top + height } };
    }).filter(({ at }) => !laid.some(other => overlap(at, other)));
    const best = places.find(({ at }) => !words.some(other => overlap(at, other))) ?? places[0];
    if (!best) return undefined;
    laid.push(best.at);
    return { shift: left - over.left, below: best.below };
  });
}

/** Less than a pixel is a matter of rounding. */
const overlap = (a: Rect, b: Rect): boolean => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

/** Lays the labels of what is marked, which are drawn by the style sheet. */
export function layLabels(): void {
  for (const host of document.querySelectorAll<HTMLElement>(".text-scroll, .sheet")) {
    const marked = [...host.querySelectorAll<HTMLElement>(".argument")];
    const named = marked.filter(element => element.dataset["role"]).flatMap(element => {
      const { content, width, height } = getComputedStyle(element, "::before");
      return content === "none" ? [] : [{ element, label: { over: element.getClientRects()[0]!, width: parseFloat(width), height: parseFloat(height) } }];
    });
    const places = placeLabels(named.map(({ label }) => label), marked.flatMap(element => [...element.getClientRects()]), host.getBoundingClientRect());
    for (const [i, { element, label }] of named.entries()) {
      const place = places[i];
      element.classList.toggle("unlabelled", !place);
      element.style.setProperty("--label-left", `${place?.shift ?? 0}px`);
      element.style.setProperty("--label-top", place?.below ? `${label.over.bottom - label.over.top}px` : "auto");
      element.style.setProperty("--label-bottom", place?.below ? "auto" : "100%");
    }
  }
}
