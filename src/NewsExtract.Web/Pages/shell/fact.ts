import { html, nothing, type TemplateResult } from "lit-html";
import { amount, day, language, percent, t } from "./language.ts";
import { changeName, choice, modality, review, roleName, unitName } from "./labels.ts";
import type { Roles, Span, Value } from "./types.ts";

const numeric = new Set(["count", "value", "min", "max", "investment", "output"]);
const chosen = new Set(["action", "stage", "approx", "change", "role"]);
const dated = new Set(["date", "deadline"]);
/** Roles that are amounts of yuan. */
const money = new Set(["investment", "output"]);
const gap = language === "en" ? " " : "";

/** A role's value as a person reads it. */
export function roleText(role: string, value: Value): string {
  if (Array.isArray(value)) return value.join(t("joiner"));
  const count = typeof value === "number" ? value : numeric.has(role) && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
  if (count !== undefined) return `${amount(count)}${money.has(role) ? `${gap}${unitName("CNY")}` : ""}`;
  if (typeof value === "number") return amount(value);
  if (role === "currency") return unitName(value);
  return chosen.has(role) ? choice(value) : dated.has(role) ? day(value) : value;
}

/** A figure with what belongs to it: 约 3.5万元, 2 to 3 %. Investments leave their unit out where it is the yuan. */
export function figure(roles: Roles, type?: string): string | undefined {
  const one = (role: string) => roles[role] === undefined ? "" : roleText(role, roles[role]);
  const value = one("value") || one("count") || (roles["min"] !== undefined || roles["max"] !== undefined ? `${one("min")}–${one("max")}` : "");
  if (!value) return undefined;
  const printed = [roles["unit"], roles["currency"]].find(unit => typeof unit === "string") ?? (type === "investment" ? "CNY" : "");
  const unit = type === "project_count" ? t(Number(roles["count"]) === 1 ? "unitOfProject" : "unitOfProjects") : unitName(String(printed)), { change } = roles;
  return [typeof change === "string" ? changeName(change, unit) : "", one("approx"), `${value}${unit && unit !== "%" ? gap : ""}${unit}`].filter(Boolean).join(" ");
}

const order = ["person", "speaker", "recipient", "investor", "parties", "subject", "action", "role", "title", "organization", "verb", "stage", "indicator", "event", "target", "agreement", "honor"];
const rest = ["content", "topic", "scope", "place", "occasion", "by", "date", "period", "deadline", "investment", "output"];
const figures = new Set(["value", "count", "min", "max", "unit", "currency", "approx", "change"]);

/** The names of a fact's roles as they are read: who, what, where, whatever order they came in. */
export function inOrder(roles: Roles): string[] {
  const all = [...order, ...rest];
  const place = (role: string) => { const i = all.indexOf(role); return i < 0 ? all.length : i; };
  return Object.keys(roles).sort((a, b) => place(a) - place(b));
}

/** The roles as one line: 李明 · 厅长 · 商务厅. */
export function roleLine(roles: Roles, type?: string): string[] {
  const parts = inOrder(roles).filter(role => !figures.has(role))
    .map(role => ({ role, text: roleText(role, roles[role]!) }));
  const value = figure(roles, type);
  const lead = parts.filter(p => order.includes(p.role)).map(p => p.text);
  const others = parts.filter(p => !order.includes(p.role)).map(p => p.role === "content" || p.role === "topic" ? p.text : `${roleName(p.role)} ${p.text}`);
  return [...lead, ...(value ? [value] : []), ...others];
}

/** A date or a figure is not broken over two lines. */
const isWhole = (part: string): boolean => /\d/.test(part) && part.length <= (/^[ -~–]+$/.test(part) ? 24 : 15);

export const roleLineHtml = ({ roles, type }: { roles: Roles; type: string }): TemplateResult => html`<span class="roles">${roleLine(roles, type).map((part, i) => html`${i ? html`<span class="dot" aria-hidden="true"> · </span>` : nothing}<span class=${isWhole(part) ? "whole" : nothing}>${part}</span>`)}</span>`;

/** How sure, by whom and how it is meant: small marks after a fact. */
export function marks(fact: { confidence?: number; modality?: string; review?: string; producer: string }): TemplateResult {
  return html`
    ${fact.modality ? html`<span class="mark modality">${modality(fact.modality)}</span>` : nothing}
    ${fact.review ? html`<span class="mark review">${review(fact.review)}</span>` : nothing}
    ${fact.confidence !== undefined ? html`<span class="mark ${fact.confidence < 0.6 ? "low" : ""}" title=${fact.producer}>${t("confidence", { share: percent(fact.confidence) })}</span>`
      : fact.producer.startsWith("person:") ? html`<span class="mark" title=${fact.producer}>${t("byPerson")}</span>` : nothing}`;
}

/** Text with some of it marked; hits may come in any order and touch. */
export function highlight(text: string, hits: readonly Span[] | undefined): TemplateResult {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [start, end] of [...hits ?? []].sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, end)}</mark>`);
    at = end;
  }
  parts.push(text.slice(at));
  return html`${parts}`;
}
