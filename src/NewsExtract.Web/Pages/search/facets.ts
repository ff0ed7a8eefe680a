import { html, nothing, type TemplateResult } from "lit-html";
import { entityType, factType } from "../shell/labels.ts";
import { number, t } from "../shell/language.ts";
import type { TextKey } from "../shell/texts.ts";
import type { Facet, Facets } from "../shell/types.ts";
import type { Question } from "./question.ts";

type Name = "type" | "entityType" | "place" | "year" | "source";
const groups: { name: Name; title: TextKey; label(name: string): string }[] = [
  { name: "type", title: "facetType", label: factType },
  { name: "year", title: "facetYear", label: name => name },
  { name: "place", title: "facetPlace", label: name => name },
  { name: "entityType", title: "facetEntityType", label: entityType },
  { name: "source", title: "facetSource", label: name => name },
];
const shown = 8;
const opened = new Set<Name>();

/** What the answers are about, with counts; each narrows the question or is taken back. */
export function facetList(facets: Facets | undefined, question: Question, change: (changes: Partial<Question>) => void, redraw: () => void): TemplateResult {
  return html`${groups.map(group => {
    const chosen = [question[group.name]].flat().filter(Boolean);
    const found = facets?.[group.name] ?? [];
    const all: Facet[] = [...chosen.filter(name => !found.some(f => f.name === name)).map(name => ({ name, count: 0 })), ...found];
    if (!all.length) return nothing;
    const open = opened.has(group.name);
    const visible = open ? all : all.filter((facet, i) => i < shown || chosen.includes(facet.name));
    return html`<fieldset class="facet"><legend>${t(group.title)}</legend><ul class="plain">${visible.map(facet => item(facet, group.label(facet.name), chosen.includes(facet.name), group.name === "entityType", () => change(toggled(question, group.name, facet.name))))}</ul>
      ${all.length > visible.length || open ? html`<button class="quiet more-facets" aria-expanded=${open ? "true" : "false"} @click=${() => { if (!opened.delete(group.name)) opened.add(group.name); redraw(); }}>${open ? t("fewer") : t("allOf", { n: all.length })}</button>` : nothing}</fieldset>`;
  })}`;
}

const item = (facet: Facet, label: string, on: boolean, coloured: boolean, toggle: () => void): TemplateResult => html`
  <li><button class="facet-item ${coloured ? `type-${facet.name}` : ""}" aria-pressed=${on ? "true" : "false"} @click=${toggle} title=${label}>
    <span class="facet-name">${coloured ? html`<span class="type-dot" aria-hidden="true"></span>` : nothing}${label}</span>${facet.count ? html`<span class="count">${number(facet.count)}</span>` : nothing}</button></li>`;

function toggled(question: Question, name: Name, value: string): Partial<Question> {
  if (name === "type") return { type: question.type.includes(value) ? question.type.filter(type => type !== value) : [...question.type, value] };
  return { [name]: question[name] === value ? "" : value };
}
