/** Scrolls so that something is seen: within its box where that scrolls, the window only where it must. */
export function reveal(element: Element | null, box: Element | null, window = false): void {
  if (!element) return;
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  if (!box || box.scrollHeight <= box.clientHeight + 1 || getComputedStyle(box).overflowY === "visible") {
    if (window) element.scrollIntoView({ block: "nearest", behavior });
    return;
  }
  const place = element.getBoundingClientRect(), frame = box.getBoundingClientRect();
  const tall = place.height > frame.height * 0.8;
  if (place.top >= frame.top && place.bottom <= frame.bottom) return;
  const by = tall ? place.top - frame.top - 8 : place.top + place.height / 2 - frame.top - frame.height / 2;
  box.scrollBy({ top: by, left: place.left < frame.left || place.right > frame.right ? place.left - frame.left - 40 : 0, behavior });
}
