import { dictionary, type TextKey } from "./texts.ts";
import { recall, remember } from "./memory.ts";

export type Language = "zh" | "en";

const stored = recall("language");
export const language: Language = stored === "zh" || stored === "en" ? stored : navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";

export type Insert = Record<string, string | number>;

/** The text in the present language; `{name}` is filled in, `{n|fact|facts}` gives "1 fact", "2 facts". */
export function t(key: TextKey, insert: Insert = {}): string {
  return dictionary[key][language === "zh" ? 0 : 1]
    .replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, many: string) => `${format(insert[name])} ${insert[name] === 1 ? one : many}`)
    .replace(/\{(\w+)\}/g, (_, name: string) => format(insert[name]));
}

/** Texts are in the page's language from the next load on; all that a page shows is in its address, so nothing is lost. */
export function choose(other: Language): void {
  remember("language", other);
  location.reload();
}

const numbers = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 6 });
const shares = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en", { style: "percent", maximumFractionDigits: 0 });

export const number = (value: number): string => numbers.format(value);
export const percent = (share: number): string => shares.format(share);
function format(value: string | number | undefined): string {
  return typeof value === "number" ? number(value) : value ?? "";
}

/** A date as far as it is known: 2024, 2024-03, 2024-03-05; in Chinese 2024年3月5日. */
export function day(date: string): string {
  if (language !== "zh") return date;
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) return date;
  return `${parts[1]}年${parts[2] ? `${Number(parts[2])}月` : ""}${parts[3] ? `${Number(parts[3])}日` : ""}`;
}

const moments = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" });

/** A point in time, on the reader's clock. */
export function moment(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : moments.format(time);
}

const scales: readonly (readonly [least: number, scale: number, name: string])[] = language === "zh"
  ? [[1e12, 1e12, "万亿"], [1e8, 1e8, "亿"], [1e4, 1e4, "万"]] : [[1e12, 1e12, " trillion"], [1e9, 1e9, " billion"], [1e6, 1e6, " million"]];

/** A large number as it is said: 3.5万, 12.8亿, 1.28 billion; one with more digits than that tells stays as it is. */
export function amount(value: number): string {
  for (const [least, scale, name] of scales) {
    if (Math.abs(value) < least) continue;
    const scaled = value / scale;
    if (Number.isInteger(Math.round(scaled * 1e6) / 1e2)) return `${number(scaled)}${name}`;
  }
  return number(value);
}
