/** Draws before the next frame, once however often it is asked for: what is told by the thousand is shown as fast as it can be seen. */
export function onceAFrame(draw: () => void): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; draw(); });
  };
}
