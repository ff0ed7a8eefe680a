import { language, t } from "./language.ts";
import { codeTexts } from "./texts/codes.ts";

const root = "/api/v1";

/** What a question carries; a list is repeated, what is undefined, empty or false is left out. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** An answer that is no answer: RFC 9457 problem details, or no server at all. `message` is one line for a person. */
export class Problem extends Error {
  constructor(message: string, readonly status: number, readonly code?: string) { super(message); }
}

export function address(path: string, query: Query = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== "" && one !== false) words.append(name, String(one));
  }
  const text = words.toString();
  return `${root}${path}${text ? `?${text}` : ""}`;
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> => ask<T>(address(path, query), signal ? { signal } : {});

export const post = <T = void>(path: string, body: unknown): Promise<T> =>
  ask<T>(address(path), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const remove = (path: string): Promise<void> => ask<void>(address(path), { method: "DELETE" });

async function ask<T>(url: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(url, { credentials: "same-origin", ...init, headers: { Accept: "application/json", ...init.headers } });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(t("unreachable"), 0);
  }
  if (!answer.ok) throw await problem(answer);
  if (answer.status === 204) return undefined as T;
  try { return await answer.json() as T; } catch { throw new Problem(t("badAnswer", { status: answer.status }), answer.status); }
}

/** Reads problem details; who is not signed in is sent to do so and comes back to this page. */
export async function problem(answer: Response): Promise<Problem> {
  let body: { detail?: string; title?: string; code?: string } = {};
  try { body = await answer.json() as typeof body; } catch { /* an answer of something between: its status says enough */ }
  if (answer.status === 401 && location.pathname !== "/sign-in" && PAGES.includes("sign-in")) location.assign(`/sign-in?then=${encodeURIComponent(location.pathname + location.search)}`);
  const seconds = Number(answer.headers.get("Retry-After"));
  const line = [told(body.code, body.detail ?? body.title) ?? t("badAnswer", { status: answer.status }), seconds > 0 ? t("waitSeconds", { n: seconds }) : ""].filter(Boolean).join(" ");
  return new Problem(line, answer.status, body.code);
}

/** What a code (docs/diagnostics.md) says, in the reader's language as far as we have it, else as the server says it; the code follows, so that it can be looked up. */
export function told(code: string | undefined, detail: string | undefined): string | undefined {
  const text = saying(code, detail);
  return text && code ? language === "zh" ? `${text}（${code}）` : `${text} (${code})` : text;
}

/** The same without the code. */
export function saying(code: string | undefined, detail: string | undefined): string | undefined {
  const known = language === "zh" && code && Object.hasOwn(codeTexts, code) ? codeTexts[code] : undefined;
  return known?.replace("{detail}", detail ?? "") ?? (detail && sentence(detail));
}

/** Lines of the server begin small, as those of a command do; one that begins with a name stays as it is. */
const sentence = (line: string): string => language === "en" && /^[a-z]+ /.test(line) ? line[0]!.toUpperCase() + line.slice(1) : line;

/** One line for whatever went wrong; undefined for what was called off. */
export function line(error: unknown): string | undefined {
  if (error instanceof DOMException && error.name === "AbortError") return undefined;
  return error instanceof Error ? error.message : String(error);
}
