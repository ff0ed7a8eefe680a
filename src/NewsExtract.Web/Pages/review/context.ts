import { html, nothing, type TemplateResult } from "lit-html";
import { get } from "../shell/api.ts";
import { inOrder, marks, roleLineHtml, roleText } from "../shell/fact.ts";
import { factType, roleName } from "../shell/labels.ts";
import { day, t } from "../shell/language.ts";
import type { ArticleView, FactItem, RecordFact } from "../shell/types.ts";
import { Placement } from "../article/placement.ts";
import { segments, type Segment } from "../article/segments.ts";

/** A fact in the paragraphs that it was told in. */
export interface Context { fact: RecordFact | undefined; paragraphs: Segment[][] }

const kept = new Map<string, Promise<ArticleView>>();

export async function contextOf(item: FactItem): Promise<Context> {
  const { record } = await article(item.articleId);
  const fact = record.facts.find(one => one.id === factOf(item));
  const placement = new Placement(record.paragraphs);
  const places = placement.places(item.spans);
  const all = segments(record, placement);
  return { fact, paragraphs: [...new Set(places.map(place => place.paragraph))].map(paragraph => all[paragraph]!) };
}

/** A few articles are kept: the queue often stays in one. */
function article(id: string): Promise<ArticleView> {
  let found = kept.get(id);
  if (!found) {
    if (kept.size > 20) kept.clear();
    found = get<ArticleView>(`/articles/${id}`);
    found.catch(() => kept.delete(id));
    kept.set(id, found);
  }
  return found;
}

/** After a correction the article reads otherwise. */
export const forget = (id: string): void => { kept.delete(id); };

export const factOf = (item: FactItem): string => item.id.split("/").at(-1)!;

export function factInContext(item: FactItem, context: Context | undefined, title: string, more: TemplateResult | typeof nothing): TemplateResult {
  const id = factOf(item);
  return html`<article class="card review-fact" aria-label=${title}>
    <p class="fact-top"><span class="kind">${factType(item.type)}</span>${marks(item)}</p>
    <p>${roleLineHtml(item)}</p>
    <div class="context">${!context ? html`<p class="evidence">${item.evidence}</p>` : context.paragraphs.length ? context.paragraphs.map(parts => html`<p>${parts.map(part => piece(part, id))}</p>`) : html`<p class="evidence">${item.evidence}</p><p class="hint">${t("contextGone")}</p>`}</div>
    <dl class="role-list">${inOrder(item.roles).map(role => html`<div><dt>${roleName(role)}</dt><dd>${roleText(role, item.roles[role]!)}</dd></div>`)}</dl>
    <p class="meta"><a href="/article?id=${item.articleId}&fact=${id}">${item.headline ?? t("untitled")}</a><span>${t("articlePlace", { source: item.source, n: item.article + 1 })}</span><span>${item.date ? day(item.date) : t("undated")}</span>
      ${item.reprints ? html`<span>${t("reprinted", { n: item.reprints })}</span>` : nothing}</p>
    ${more}
  </article>`;
}

function piece(part: Segment, fact: string): TemplateResult {
  const filled = part.arguments.find(argument => argument.fact === fact);
  return filled ? html`<mark class="filled" title=${roleName(filled.role)}>${part.text}</mark>` : part.facts.includes(fact) ? html`<mark>${part.text}</mark>` : html`${part.text}`;
}
