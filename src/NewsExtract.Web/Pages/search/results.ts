import { html, nothing, type TemplateResult } from "lit-html";
import { highlight, marks, roleLineHtml } from "../shell/fact.ts";
import { factType } from "../shell/labels.ts";
import { day, t } from "../shell/language.ts";
import type { ArticleItem, FactItem } from "../shell/types.ts";

/** Facts as entries of a catalogue: those of one article that follow one another stand under it. */
export function factResults(facts: readonly FactItem[]): TemplateResult {
  const groups: FactItem[][] = [];
  for (const fact of facts) if (groups.at(-1)?.[0]?.articleId === fact.articleId) groups.at(-1)!.push(fact); else groups.push([fact]);
  return html`${groups.map(group)}`;
}

function group(facts: FactItem[]): TemplateResult {
  const first = facts[0]!;
  return html`<li class="result">
    ${date(first.date)}
    <div>
      <h3 class="story" lang="zh"><a href="/article?id=${first.articleId}">${first.headline ?? t("untitled")}</a></h3>
      <p class="meta"><span>${t("articlePlace", { source: first.source, n: first.article + 1 })}</span>${first.reprints ? html`<span>${t("reprinted", { n: first.reprints })}</span>` : nothing}</p>
      <ol class="plain entries">${facts.map(entry)}</ol>
    </div>
  </li>`;
}

const entry = (fact: FactItem): TemplateResult => html`<li class="entry">
  <p class="fact-top"><span class="kind">${factType(fact.type)}</span>${marks(fact)}${fact.boxes?.[0] ? html`<span class="mark">${t("pageLocation", { n: fact.boxes[0][0] })}</span>` : nothing}</p>
  <p class="entry-line"><a class="entry-link" href="/article?id=${fact.articleId}&fact=${fact.id.split("/")[1]}">${roleLineHtml(fact)}</a></p>
  <p class="evidence" lang="zh">${highlight(fact.evidence, fact.hits)}</p>
</li>`;

export function articleResult(article: ArticleItem): TemplateResult {
  return html`<li class="result">
    ${date(article.date)}
    <div>
      <h3 class="story" lang="zh"><a class="entry-link" href="/article?id=${article.id}">${article.headline ?? t("untitled")}</a></h3>
      <p class="evidence" lang="zh">${highlight(article.snippet, article.hits)}</p>
      <p class="meta"><span>${t("articlePlace", { source: article.source, n: article.article + 1 })}</span><span>${t("countFacts", { n: article.facts })}</span>
        ${article.hits.length && article.hitCount > 1 ? html`<span>${t("countHits", { n: article.hitCount })}</span>` : nothing}
        ${article.reprints ? html`<span>${t("reprinted", { n: article.reprints })}</span>` : nothing}</p>
    </div>
  </li>`;
}

const date = (known: string | undefined): TemplateResult =>
  html`<p class="result-date">${known ? html`<time datetime=${known}>${day(known)}</time>` : html`<span class="hint">${t("undated")}</span>`}</p>`;
