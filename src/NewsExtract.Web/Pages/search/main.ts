import { html, nothing, render, type TemplateResult } from "lit-html";
import { address, get, line } from "../shell/api.ts";
import { addKeys } from "../shell/keys.ts";
import { entityType, factType, modality, roleName } from "../shell/labels.ts";
import { day, percent, t } from "../shell/language.ts";
import { main, name, say, start } from "../shell/shell.ts";
import { empty, failed, loading } from "../shell/states.ts";
import type { ArticleItem, FactItem, Facets, Page, Summary } from "../shell/types.ts";
import { facetList } from "./facets.ts";
import { moreConditions } from "./more.ts";
import { conditions, isEmpty, read, write, type Of, type Question } from "./question.ts";
import { articleResult, factResults } from "./results.ts";
import "./search.css";

const pageSize = 30;
let question: Question = read(location.search);
let answers: { items: (FactItem | ArticleItem)[]; next?: string; total?: number } | undefined;
let facets: Facets | undefined;
let summary: Summary | undefined;
let trouble: string | undefined;
let busy = false;
let facetsOpen = matchMedia("(min-width: 60rem)").matches;
let asked = new AbortController();

async function ask(): Promise<void> {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  busy = true;
  trouble = undefined;
  name(question.q || t("search"));
  draw();
  const query = conditions(question);
  get<Facets>("/facets", { ...query, of: question.of }, signal).then(found => { facets = found; draw(); }, error => { const why = line(error); if (why) { facets = undefined; draw(); } });
  try {
    answers = await get<Page<FactItem | ArticleItem>>(`/${question.of}`, { ...query, limit: pageSize }, signal);
  } catch (error) {
    const why = line(error);
    if (!why) return;
    answers = undefined;
    trouble = why;
  }
  busy = false;
  draw();
}

async function more(): Promise<void> {
  if (!answers?.next || busy) return;
  busy = true;
  draw();
  const from = answers.items.length;
  try {
    const page = await get<Page<FactItem | ArticleItem>>(`/${question.of}`, { ...conditions(question), limit: pageSize, after: answers.next }, asked.signal);
    answers = { ...answers, items: [...answers.items, ...page.items] };
    if (page.next) answers.next = page.next; else delete answers.next;
  } catch (error) { say(line(error), "error"); }
  busy = false;
  draw();
  document.querySelectorAll<HTMLElement>(".entry-link")[from]?.focus({ preventScroll: true });
}

function change(changes: Partial<Question>): void {
  question = { ...question, ...changes };
  history.pushState(null, "", write(question));
  void ask();
}

function draw(): void {
  render(html`
    <h1 class=${isEmpty(question) ? "" : "unseen"}>${t("searchTitle")}</h1>
    <form class="search" role="search" @submit=${submit}>
      <label class="unseen" for="q">${t("searchBox")}</label>
      <input id="q" type="search" name="q" placeholder=${t("searchHint")} .value=${question.q} autocomplete="off" enterkeyhint="search" maxlength="200">
      <button class="primary">${t("search")}</button>
    </form>
    ${isEmpty(question) && summary?.documents ? holdings(summary) : nothing}
    ${chips()}
    ${summary?.documents === 0 && isEmpty(question) ? nothingYet() : answered()}`, main());
}

const nothingYet = (): TemplateResult => html`${empty(t("storeEmpty"), t("storeEmptyHint"))}<p class="load-more"><a class="button primary" href="/ingest">${t("toIngest")}</a></p>`;

function answered(): TemplateResult {
  const unit = question.of === "facts" ? "countFacts" : "countArticles";
  return html`
    <a class="skip" href="#results" @click=${(event: Event) => { event.preventDefault(); document.getElementById("results")?.focus(); }}>${t("skipToResults")}</a>
    <div class="search-panes">
      <aside aria-label=${t("narrow")}>
        <details class="facets" ?open=${facetsOpen} @toggle=${(event: Event) => { facetsOpen = (event.target as HTMLDetailsElement).open; }}>
          <summary>${t("narrow")}</summary>${facetList(facets, question, change, draw)}${moreConditions(question, change)}
        </details>
      </aside>
      <section aria-labelledby="results-title" aria-busy=${busy ? "true" : "false"}>
        <div class="results-head">
          <div class="tabs" role="tablist" aria-label=${t("results")}>${tab("facts")}${tab("articles")}</div>
          <p class="buttons">
            <a class="button" href=${address(`/${question.of}.csv`, conditions(question))} download>${t("downloadCsv")}</a>
            <a class="button" href=${address(`/${question.of}.jsonl`, conditions(question))} download>${t("downloadJson")}</a>
          </p>
        </div>
        <div role="tabpanel" id="results" tabindex="-1" aria-labelledby="tab-${question.of}">
          <h2 id="results-title" class="results-count" aria-live="polite">${answers?.total !== undefined && !trouble ? t(unit, { n: answers.total }) : t("results")}</h2>
          ${list()}
        </div>
      </section>
    </div>`;
}

function list(): TemplateResult {
  if (trouble) return failed(trouble, () => void ask());
  if (!answers) return loading();
  if (!answers.items.length) return busy ? loading() : empty(t("nothingFound"), t("nothingFoundHint"));
  return html`<ol class="plain results ${busy ? "stale" : ""}">${answers.items.some(isFact) ? factResults(answers.items.filter(isFact)) : answers.items.filter(isArticle).map(articleResult)}</ol>
    ${answers.next ? html`<p class="load-more"><button @click=${() => void more()} ?disabled=${busy}>${busy ? t("loading") : t("loadMore")}</button></p>` : nothing}`;
}

const isFact = (item: FactItem | ArticleItem): item is FactItem => "evidence" in item;
const isArticle = (item: FactItem | ArticleItem): item is ArticleItem => !isFact(item);

const tab = (of: Of): TemplateResult => html`<button role="tab" id="tab-${of}" aria-selected=${question.of === of ? "true" : "false"} aria-controls="results" tabindex=${question.of === of ? 0 : -1}
  @click=${() => switchTo(of)} @keydown=${(event: KeyboardEvent) => { if (event.key === "ArrowRight" || event.key === "ArrowLeft") { const other = of === "facts" ? "articles" : "facts"; switchTo(other); document.getElementById(`tab-${other}`)?.focus(); } }}>${t(of)}</button>`;

function switchTo(of: Of): void {
  if (of === question.of) return;
  answers = undefined;
  change({ of });
}

/** What narrows the question now, each with a way to take it back. */
function chips(): TemplateResult | typeof nothing {
  const parts: [text: string, without: Partial<Question>][] = [
    ...question.type.map((type): [string, Partial<Question>] => [factType(type), { type: question.type.filter(other => other !== type) }]),
    ...question.role.map((role): [string, Partial<Question>] => [role.replace(/^(\w+)([=~])/, (_, named: string, sign: string) => `${roleName(named)} ${sign === "=" ? "=" : "≈"} `), { role: question.role.filter(other => other !== role) }]),
    ...(["year", "place", "source", "entity"] as const).filter(key => question[key]).map((key): [string, Partial<Question>] => [question[key], { [key]: "" }]),
    ...(question.entityId ? [[t("oneEntity"), { entityId: "" }] as [string, Partial<Question>]] : []),
    ...(question.entityType ? [[entityType(question.entityType), { entityType: "" }] as [string, Partial<Question>]] : []),
    ...(question.modality ? [[modality(question.modality), { modality: "" }] as [string, Partial<Question>]] : []),
    ...(question.minConfidence ? [[t("atLeast", { share: percent(Number(question.minConfidence)) }), { minConfidence: "" }] as [string, Partial<Question>]] : []),
    ...(question.from || question.to ? [[`${question.from && day(question.from)} – ${question.to && day(question.to)}`, { from: "", to: "" }] as [string, Partial<Question>]] : []),
    ...(question.once ? [[t("once"), { once: false }] as [string, Partial<Question>]] : []),
  ];
  return parts.length ? html`<ul class="plain chips" aria-label=${t("narrowedBy")}>${parts.map(([text, without]) => html`<li><button @click=${() => change(without)} aria-label=${t("takeBack", { what: text })}>${text} <span aria-hidden="true">×</span></button></li>`)}</ul>` : nothing;
}

const holdings = (s: Summary): TemplateResult => html`<p class="holdings">${t("holdings", { documents: s.documents, articles: s.articles, facts: s.facts })}${s.first && s.last ? html`${t("comma")}<span class="whole">${day(s.first)} – ${day(s.last)}</span>` : nothing}</p>`;

function submit(event: SubmitEvent): void {
  event.preventDefault();
  change({ q: document.querySelector<HTMLInputElement>("#q")!.value.trim() });
}

function step(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>(".entry-link")];
  links[Math.min(links.length - 1, Math.max(0, links.indexOf(document.activeElement as HTMLElement) + by))]?.focus();
}

addKeys({ key: "j", text: "keyNextResult", run: () => step(1) }, { key: "k", text: "keyPreviousResult", run: () => step(-1) }, { key: "t", text: "keyTab", run: () => switchTo(question.of === "facts" ? "articles" : "facts") });
addEventListener("popstate", () => { question = read(location.search); answers = undefined; void ask(); });
void ask();
get<Summary>("/summary").then(found => { summary = found; draw(); }, () => { /* the answers tell what is wrong */ });
await start("search");
name(question.q || t("search"));
if (isEmpty(question) && matchMedia("(pointer: fine)").matches) document.getElementById("q")?.focus();
