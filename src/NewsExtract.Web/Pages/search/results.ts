import { html, nothing, type TemplateResult } from "lit-html";
import { highlight, marks, roleLineHtml } from "../shell/fact.ts";
import { factType } from "../shell/labels.ts";
import { day, t } from "../shell/language.ts";
import type { ArticleItem, FactItem } from "../shell/types.ts";

/** A fact as an entry of the catalogue; the whole of it leads to its place. */
export function factResult(fact: FactItem): TemplateResult {
  const [, id] = fact.id.split("/");
  return html`<li class="result">
    <p class="result-date">${fact.date ? html`<time datetime=${fact.date}>${day(fact.date)}</time>` : html`<span class="hint">${t("undated")}</span>`}</p>
    <div>
      <p class="fact-top"><span class="kind">${factType(fact.type)}</span>${marks(fact)}</p>
      <h3><a href="/article?id=${fact.articleId}&fact=${id}">${roleLineHtml(fact.roles)}</a></h3>
      <p class="evidence">${highlight(fact.evidence, fact.hits)}</p>
      ${where(fact)}
    </div>
  </li>`;
}

export function articleResult(article: ArticleItem): TemplateResult {
  return html`<li class="result">
    <p class="result-date">${article.date ? html`<time datetime=${article.date}>${day(article.date)}</time>` : html`<span class="hint">${t("undated")}</span>`}</p>
    <div>
      <h3 class="roles"><a href="/article?id=${article.id}">${article.headline ?? t("untitled")}</a></h3>
      <p class="evidence">${highlight(article.snippet, article.hits)}</p>
      <p class="meta"><span>${t("articlePlace", { source: article.source, n: article.article + 1 })}</span><span>${t("countFacts", { n: article.facts })}</span>
        ${article.hits.length && article.hitCount > 1 ? html`<span>${t("countHits", { n: article.hitCount })}</span>` : nothing}
        ${article.reprints ? html`<span>${t("reprinted", { n: article.reprints })}</span>` : nothing}</p>
    </div>
  </li>`;
}

const where = (fact: FactItem): TemplateResult => html`<p class="meta">
  <span>${fact.headline ?? t("untitled")}</span><span>${t("articlePlace", { source: fact.source, n: fact.article + 1 })}${fact.boxes?.[0] ? `${t("comma")}${t("pageLocation", { n: fact.boxes[0][0] })}` : ""}</span>
  ${fact.reprints ? html`<span>${t("reprinted", { n: fact.reprints })}</span>` : nothing}</p>`;
