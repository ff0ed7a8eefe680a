import { amount, language, t } from "../shell/language.ts";
import { changeName, choice, unitName } from "../shell/labels.ts";
import type { NumberPoint } from "../shell/types.ts";

/** How a figure is meant: what stands is told apart from what is planned, expected or denied. */
export const meanings = ["stated", "planned", "expected", "negated"] as const;
export type Meaning = typeof meanings[number];

export const meaningOf = (point: NumberPoint): Meaning => meanings.find(meaning => meaning === point.modality) ?? "stated";

/** A level (GDP of 1,200亿元) and what it rose or fell by (增加118.4亿元) are never one series. */
export const measures = ["level", "change"] as const;
export type Measure = typeof measures[number];

export const measureOf = (point: NumberPoint): Measure => point.change === undefined ? "level" : "change";

/** Of which measure figures are shown: the wanted one where there are such, else that of most. */
export function measureShown(points: readonly NumberPoint[], wanted: string): Measure {
  const count = (measure: Measure) => points.filter(point => measureOf(point) === measure).length;
  const chosen = measures.find(measure => measure === wanted && count(measure) > 0);
  return chosen ?? (count("change") > count("level") ? "change" : "level");
}

/** What something fell by lies below zero. */
const signed = (point: NumberPoint, value: number): number => point.change === undefined ? value : point.change === "down" ? -Math.abs(value) : Math.abs(value);

/** Where a point stands on the chart: its value, or the middle of what it lies between. */
export function height(point: NumberPoint): number | undefined {
  const value = point.value ?? (point.min !== undefined && point.max !== undefined ? (point.min + point.max) / 2 : point.min ?? point.max);
  return value === undefined ? undefined : signed(point, value);
}

/** What a figure lies between, as far as it tells both ends. */
export const ends = (point: NumberPoint): [number, number] | undefined =>
  point.min === undefined || point.max === undefined ? undefined : [signed(point, point.min), signed(point, point.max)];

/** Seconds of the day that the figure stands at. */
export function time(point: NumberPoint): number | undefined {
  const at = point.start === undefined ? NaN : Date.parse(point.start.length === 4 ? `${point.start}-01-01` : point.start);
  return Number.isNaN(at) ? undefined : at / 1000;
}

/** 增加 约 3.5万元, 2–3: the figure as the article has it, with its unit. */
export function figureText(point: NumberPoint, unit = ""): string {
  const { value, min, max, approx } = point;
  const text = value !== undefined ? amount(value) : min !== undefined && max !== undefined ? `${amount(min)}–${amount(max)}` : min !== undefined ? `≥ ${amount(min)}` : max !== undefined ? `≤ ${amount(max)}` : t("nothingKnown");
  const known = unitName(unit), gap = language === "en" && known && known !== "%" ? " " : "";
  return [point.change && changeName(point.change, known), approx && choice(approx), `${text}${gap}${known}`].filter(Boolean).join(" ");
}

export const articleOf = (point: NumberPoint): string => `/article?id=${point.articleId}&fact=${point.factId.split("/").at(-1)}`;
