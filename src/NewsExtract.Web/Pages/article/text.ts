import { html, nothing, type TemplateResult } from "lit-html";
import { entityType, entityTypeNames, linkedTypes, paragraphKind } from "../shell/labels.ts";
import { t } from "../shell/language.ts";
import type { ArticleView, Paragraph } from "../shell/types.ts";
import type { Segment } from "./segments.ts";

/** The article's text as it was printed, paragraph for paragraph. */
export function textView(view: ArticleView, cut: Segment[][], off: ReadonlySet<string>): TemplateResult {
  const entities = new Map(view.record.entities.flatMap(entity => entity.mentions.map(mention => [mention, view.entities[entity.id]] as const)));
  const draw = (segment: Segment) => part(segment, segment.mention && linkedTypes.includes(segment.mention.type) ? entities.get(segment.mention.id) : undefined, off);
  return html`<div class="text" lang="zh">${view.record.paragraphs.map((paragraph, i) => block(paragraph, i, cut[i]!.map(draw)))}</div>`;
}

function block(paragraph: Paragraph, index: number, parts: TemplateResult[]): TemplateResult {
  switch (paragraph.kind) {
    case "heading": return html`<h2 class="p heading" data-paragraph=${index}>${parts}</h2>`;
    case "body": return html`<p class="p body" data-paragraph=${index}>${parts}</p>`;
    default: return html`<p class="p ${paragraph.kind}" data-paragraph=${index} title=${paragraphKind(paragraph.kind)}>${parts}</p>`;
  }
}

/* One line each: blanks between the parts would show. */
function part(segment: Segment, entity: string | undefined, off: ReadonlySet<string>): TemplateResult {
  const { mention } = segment;
  const facts = segment.facts.length ? segment.facts.join(" ") : nothing;
  const filled = segment.arguments.length ? segment.arguments.map(a => `${a.fact}:${a.role}`).join(" ") : nothing;
  const type = mention && !off.has(mention.type) ? `mention type-${mention.type}` : "";
  const inner = mention && entity && !off.has(mention.type)
    ? html`<a href="/entity?id=${entity}" tabindex=${segment.opens ? nothing : -1} title=${entityType(mention.type)}>${segment.text}</a>` : segment.text;
  return html`<span class="s ${type}" data-from=${segment.start} data-facts=${facts} data-arguments=${filled} title=${type && !entity ? entityType(mention!.type) : nothing}>${inner}</span>`;
}

/** Which types are coloured; each can be turned off. */
export function legend(view: ArticleView, off: ReadonlySet<string>, toggle: (type: string) => void): TemplateResult {
  const counts = new Map<string, number>();
  for (const mention of view.record.mentions) counts.set(mention.type, (counts.get(mention.type) ?? 0) + 1);
  const types = entityTypeNames.flatMap(type => counts.has(type) ? [[type, counts.get(type)!] as const] : []);
  return html`<div class="legend" role="group" aria-label=${t("legend")}>${types.map(([type, count]) => html`
    <button class="type-${type}" aria-pressed=${off.has(type) ? "false" : "true"} @click=${() => toggle(type)}><span class="type-dot" aria-hidden="true"></span>${entityType(type)} <span class="count">${count}</span></button>`)}</div>`;
}
