import { amount, t } from "../shell/language.ts";
import { choice } from "../shell/labels.ts";
import type { NumberPoint } from "../shell/types.ts";

/** How a figure is meant: what stands is told apart from what is planned, expected or denied. */
export const meanings = ["stated", "planned", "expected", "negated"] as const;
export type Meaning = typeof meanings[number];

export const meaningOf = (point: NumberPoint): Meaning => meanings.find(meaning => meaning === point.modality) ?? "stated";

/** Where a point stands on the chart: its value, or the middle of what it lies between. */
export function height(point: NumberPoint): number | undefined {
  if (point.value !== undefined) return point.value;
  return point.min !== undefined && point.max !== undefined ? (point.min + point.max) / 2 : point.min ?? point.max;
}

/** Seconds of the day that the figure stands at. */
export function time(point: NumberPoint): number | undefined {
  const at = point.start === undefined ? NaN : Date.parse(point.start.length === 4 ? `${point.start}-01-01` : point.start);
  return Number.isNaN(at) ? undefined : at / 1000;
}

/** 约 3.5万, 2–3: the figure as the article has it, without its unit. */
export function figureText(point: NumberPoint): string {
  const { value, min, max, approx } = point;
  const text = value !== undefined ? amount(value) : min !== undefined && max !== undefined ? `${amount(min)}–${amount(max)}` : min !== undefined ? `≥ ${amount(min)}` : max !== undefined ? `≤ ${amount(max)}` : t("nothingKnown");
  return approx ? `${choice(approx)} ${text}` : text;
}

export const articleOf = (point: NumberPoint): string => `/article?id=${point.articleId}&fact=${point.factId.split("/").at(-1)}`;
