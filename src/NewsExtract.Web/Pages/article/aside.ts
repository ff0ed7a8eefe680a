import { html, nothing, type TemplateResult } from "lit-html";
import { saying } from "../shell/api.ts";
import { entityType, linkedTypes } from "../shell/labels.ts";
import { day, t } from "../shell/language.ts";
import type { ArticlePlace, ArticleView } from "../shell/types.ts";

const to = (id: string, view?: string | null): string => `/article?id=${id}${view ? "&view=page" : ""}`;

/** What stands above and below an article: where it was printed, its neighbours, who is named in it, where else it stands. */
export const aside = {
  head(view: ArticleView, page: boolean): TemplateResult {
    const { article, source } = view.record;
    const facts = [t("articlePlace", { source: view.document.name || source.file, n: article.index + 1 }), article.date ? day(article.date) : t("undated"), article.author, article.source];
    return html`<a class="skip" href="#facts" @click=${(event: Event) => { event.preventDefault(); document.getElementById("facts")?.focus(); }}>${t("skipToFacts")}</a><div class="article-head">
      <div>
        <h1 lang="zh" class=${!page && view.record.paragraphs.some(p => p.kind === "headline") ? "unseen" : nothing}>${article.headline ?? t("untitled")}</h1>
        <p class="meta">${facts.filter(Boolean).map(fact => html`<span>${fact}</span>`)}${view.record.status === "partial" ? html`<span class="mark low">${t("articlePartial")}</span>` : nothing}</p>
      </div>
      <nav aria-label=${t("article")} class="buttons">
        ${view.previous ? html`<a class="button" rel="prev" href=${to(view.previous, page ? "page" : null)}>‹ ${t("previousArticle")}</a>` : nothing}
        ${view.next ? html`<a class="button" rel="next" href=${to(view.next, page ? "page" : null)}>${t("nextArticle")} ›</a>` : nothing}
      </nav>
    </div>`;
  },

  foot(view: ArticleView): TemplateResult {
    const named = view.record.entities.filter(entity => linkedTypes.includes(entity.type) && view.entities[entity.id]).sort((a, b) => b.mentions.length - a.mentions.length);
    const alone = view.record.entities.filter(entity => linkedTypes.includes(entity.type) && !view.entities[entity.id]).length;
    return html`
      ${alone ? html`<p class="hint more">${t("notLinked", { n: alone })}</p>` : nothing}
      ${named.length ? html`<details class="more" ?open=${false}><summary><h3>${t("entitiesTitle", { n: named.length })}</h3></summary><ul class="plain named">${named.map(entity => html`
        <li class="type-${entity.type}"><a lang="zh" href="/entity?id=${view.entities[entity.id]}"><span class="type-dot" aria-hidden="true"></span>${entity.name}</a> <span class="hint">${entityType(entity.type)}</span></li>`)}</ul></details>` : nothing}
      ${view.reprints.length ? html`<div class="more"><h3>${t("reprintsTitle")}</h3><ul class="plain">${view.reprints.map(place)}</ul></div>` : nothing}
      ${view.record.diagnostics.length ? html`<details class="more"><summary><h3>${t("articleNotices", { n: view.record.diagnostics.length })}</h3></summary><ul class="plain">${view.record.diagnostics.map(d => html`<li class="hint">${saying(d.code, d.message)} <span class="code" title=${d.message}>${d.code}</span></li>`)}</ul></details>` : nothing}`;
  },
};

const place = (other: ArticlePlace): TemplateResult => html`<li><a href=${to(other.id)}>${other.headline ?? t("untitled")}</a> <span class="hint">${t("articlePlace", { source: other.source, n: other.article + 1 })}${other.date ? ` · ${day(other.date)}` : ""}</span></li>`;
