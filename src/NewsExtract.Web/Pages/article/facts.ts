import { html, nothing, type TemplateResult } from "lit-html";
import { inOrder, marks, roleLineHtml, roleText } from "../shell/fact.ts";
import { factType, roleName } from "../shell/labels.ts";
import { percent, t } from "../shell/language.ts";
import type { RecordFact } from "../shell/types.ts";

export interface FactActions { choose(fact: string): void; point(facts: readonly string[]): void; accept(fact: string): void; reject(fact: string): void; edit(fact: string): void; other(): void }

export interface FactList { facts: RecordFact[]; chosen: string | undefined; canWrite: boolean; otherView?: "page" | "text" | undefined; form?: { fact: string; content: TemplateResult } | undefined }

export function factList(list: FactList, actions: FactActions): TemplateResult {
  if (!list.facts.length) return html`<p class="state">${t("noFacts")}</p>`;
  return html`<ol class="plain fact-list">${list.facts.map(fact => card(fact, list, actions))}</ol>`;
}

function card(fact: RecordFact, list: FactList, actions: FactActions): TemplateResult {
  const chosen = fact.id === list.chosen;
  const page = fact.evidence.boxes?.[0]?.[0];
  return html`<li class="card fact" id=${`fact-${fact.id}`} data-facts=${fact.id} @mouseenter=${() => actions.point([fact.id])} @mouseleave=${() => actions.point([])}>
    <button class="fact-head" aria-expanded=${chosen ? "true" : "false"} @click=${() => actions.choose(fact.id)} @focus=${() => actions.point([fact.id])} @blur=${() => actions.point([])}>
      <span class="fact-top"><span class="kind">${factType(fact.type)}</span>${page === undefined ? nothing : html`<span class="mark">${t("pageLocation", { n: page })}</span>`}${marks(fact)}</span>
      ${roleLineHtml(fact)}
    </button>
    ${chosen ? list.form?.fact === fact.id ? list.form.content : detail(fact, list, actions) : nothing}
  </li>`;
}

function detail(fact: RecordFact, list: FactList, actions: FactActions): TemplateResult {
  return html`<div class="fact-detail">
    <dl class="role-list">${inOrder(fact.roles).map(role => html`<div><dt>${roleName(role)}</dt><dd>${roleText(role, fact.roles[role]!)}</dd></div>`)}</dl>
    <p class="evidence"><span class="unseen">${t("evidence")}${t("colon")}</span><span lang="zh">${fact.evidence.text}</span></p>
    <p class="meta"><span>${t("producer")} ${fact.producer}</span>${fact.evidence.ocrConfidence === undefined ? nothing : html`<span>${t("ocrRead", { share: percent(fact.evidence.ocrConfidence) })}</span>`}</p>
    <p class="buttons">
      ${list.canWrite ? html`
        <button @click=${() => actions.accept(fact.id)} ?disabled=${fact.review === "accepted"}>✓ ${t("accept")}</button>
        <button @click=${() => actions.reject(fact.id)}>✕ ${t("reject")}</button>
        <button @click=${() => actions.edit(fact.id)}>✎ ${t("edit")}</button>` : nothing}
      ${list.otherView ? html`<button class="quiet" @click=${() => actions.other()}>${t(list.otherView === "page" ? "showInPage" : "showInText")}</button>` : nothing}
    </p>
  </div>`;
}
