/** What the browser keeps between visits; a browser that keeps nothing is no error. */
export function recall(key: string): string | null {
  try { return localStorage.getItem(`newsextract.${key}`); } catch { return null; }
}

export function remember(key: string, value: string): void {
  try { localStorage.setItem(`newsextract.${key}`, value); } catch { /* private windows: forgotten at the end */ }
}

/** Who decides: the name that writes carry where the server knows none, as an open one, or one that lets in by a token. */
export const signer = {
  get name(): string | undefined { return recall("by")?.trim() || undefined; },
  set name(value: string | undefined) { remember("by", value?.trim() ?? ""); },
};

/** What this tab keeps until it is closed. */
export function recallHere(key: string): string | null {
  try { return sessionStorage.getItem(`newsextract.${key}`); } catch { return null; }
}

export function rememberHere(key: string, value: string): void {
  try { sessionStorage.setItem(`newsextract.${key}`, value); } catch { /* full, or none: forgotten */ }
}
