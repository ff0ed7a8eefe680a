import { html, nothing, render, type TemplateResult } from "lit-html";
import { get, line, Problem } from "../shell/api.ts";
import { onceAFrame } from "../shell/drawing.ts";
import { addKeys } from "../shell/keys.ts";
import { t } from "../shell/language.ts";
import { recall, remember } from "../shell/memory.ts";
import { main, name, refused, say, send, start } from "../shell/shell.ts";
import { isAnother, shownOf } from "../shell/shown.ts";
import { empty, failed, loading } from "../shell/states.ts";
import type { ArticleView, CorrectionItem, FactType, Session, Span } from "../shell/types.ts";
import { aside } from "./aside.ts";
import { boxesOf, pagesOf } from "./boxes.ts";
import { FactForm, type FactRequest } from "./edit.ts";
import { factList } from "./facts.ts";
import { History } from "./history.ts";
import { Light } from "./light.ts";
import { PageViewer } from "./page.ts";
import { Placement } from "./placement.ts";
import { segments, type Segment } from "./segments.ts";
import { reveal } from "./scrolling.ts";
import { selected } from "./selection.ts";
import { legend, textView } from "./text.ts";
import "./article.css";

let session: Session | undefined;
let types: FactType[] | undefined;
let view: ArticleView | undefined;
let placement: Placement;
let cut: Segment[][] = [];
let viewer: PageViewer | undefined;
let form: FactForm | undefined;
let made: number[][] = [];
/** What one decided is on its way. */
let busy = false;
const said = new History(onceAFrame(draw));
const off = new Set((recall("off") ?? "DATE MONEY PERCENT QUANTITY").split(" ").filter(Boolean));
const question = () => new URLSearchParams(location.search);
const light = new Light((_, chosen) => remark(chosen));

const hasPage = () => view !== undefined && view.document.view !== "text" && view.document.pages.length > 0 && view.document.hasFile;
const showsPage = () => hasPage() && question().get("view") === "page";

async function load(): Promise<void> {
  const id = question().get("id");
  if (!id) { render(html`<h1>${t("article")}</h1>${empty(t("noArticle"))}`, main()); return; }
  if (!view) render(loading(), main());
  try {
    view = await get<ArticleView>(`/articles/${encodeURIComponent(id)}`);
    placement = new Placement(view.record.paragraphs);
    cut = segments(view.record, placement);
    dropViewer();
    name(view.record.article.headline ?? t("untitled"));
    light.choose(view.record.facts.some(f => f.id === wanted()) ? wanted() : undefined);
    draw();
    bringIntoView();
    void said.load(id);
  } catch (error) {
    const why = line(error);
    const gone = error instanceof Problem && error.status === 404;
    if (why) render(html`<h1>${t("article")}</h1>${gone ? html`${empty(t("articleGone"), t("articleGoneHint"))}<p class="load-more"><a class="button" href="/">${t("search")}</a></p>` : failed(why, () => void load())}`, main());
  }
}

/** `fact=f3` and `fact=ARTICLE/f3` are one. */
const wanted = (): string | undefined => question().get("fact")?.split("/").at(-1);

function change(changes: Record<string, string | undefined>): void {
  const words = question();
  for (const [key, value] of Object.entries(changes)) if (value === undefined) words.delete(key); else words.set(key, value);
  history.replaceState(null, "", `?${words}`);
}

function draw(): void {
  if (!view) return;
  const page = showsPage();
  render(html`
    ${aside.head(view, page)}
    <div class="panes">
      <section class="pane-source" aria-label=${t(page ? "articlePage" : "articleText")}>
        ${hasPage() ? html`<div class="tabs" role="group" aria-label=${t("articleViews")}>${tab("text", !page)}${tab("page", page)}</div>` : nothing}
        ${view.document.view !== "text" && !view.document.hasFile ? html`<p class="notice">${t("articleNoFile")}</p>` : nothing}
        ${page ? html`<div id="page"></div>` : html`${legend(view, off, toggle)}
          <div class="text-scroll" @mouseover=${pointAtText} @mouseleave=${() => light.point([])} @focusin=${pointAtText} @focusout=${() => light.point([])} @click=${chooseInText} @mouseup=${takeSelection}>${textView(view, cut, off)}</div>`}
      </section>
      <section class="pane-facts" id="facts" tabindex="-1" aria-labelledby="facts-title">
        <div class="facts-head"><h2 id="facts-title">${t("articleFactsCount", { n: view.record.facts.length })}</h2>
          ${session?.canWrite && !page ? html`<button class="quiet" aria-expanded=${form && !form.fact ? "true" : "false"} @click=${() => void edit(undefined)}>＋ ${t("addFact")}</button>` : nothing}</div>
        ${form && !form.fact ? html`<div class="card">${form.draw()}</div>` : nothing}
        ${factList({ facts: view.record.facts, chosen: light.chosen, canWrite: session?.canWrite ?? false, otherView: hasPage() ? page ? "text" : "page" : undefined, form: form?.fact ? { fact: form.fact.id, content: form.draw() } : undefined },
          { choose: fact => choose(fact === light.chosen && !form ? undefined : fact), point: facts => light.point(facts), accept: fact => void correct(fact, { action: "accept" }), reject: fact => void correct(fact, { action: "reject" }), edit: fact => void edit(fact), other: switchView })}
        ${said.draw(session?.canWrite ? id => void undo([id]) : undefined)}
        ${aside.foot(view)}
      </section>
    </div>`, main());
  if (page) showPage();
  light.apply();
}

const tab = (what: "text" | "page", on: boolean): TemplateResult =>
  html`<button aria-pressed=${on ? "true" : "false"} class="view-tab" @click=${() => { if (!on) switchView(); }}>${t(what === "page" ? "articlePage" : "articleText")}</button>`;

function switchView(): void {
  if (!hasPage()) return;
  change({ view: showsPage() ? undefined : "page" });
  dropViewer();
  draw();
  bringIntoView();
}

function dropViewer(): void {
  viewer?.close();
  viewer = undefined;
}

function showPage(): void {
  if (viewer || !view) return;
  viewer = new PageViewer(document.getElementById("page")!, view.document, boxesOf(view.record), { point: facts => light.point(facts), choose, laid: () => light.apply() });
  if (light.chosen) viewer.near();
  void viewer.show(pageOf(light.chosen) ?? pagesOf(view.record)[0] ?? 1).then(() => { if (light.chosen) viewer?.seek(light.chosen); });
}

const pageOf = (fact: string | undefined): number | undefined => view?.record.facts.find(f => f.id === fact)?.evidence.boxes?.[0]?.[0];

function choose(fact: string | undefined): void {
  if (form && form.fact?.id !== fact) form = undefined;
  light.choose(fact);
  change({ fact });
  draw();
  bringIntoView();
}

function bringIntoView(): void {
  const fact = light.chosen;
  if (!fact) return;
  reveal(document.getElementById(`fact-${fact}`), document.getElementById("facts"));
  const page = pageOf(fact);
  if (viewer && page !== undefined) void viewer.show(page).then(() => viewer?.seek(fact));
  else reveal(document.querySelector(`.text [data-facts~="${fact}"]`), document.querySelector(".text-scroll"), true);
}

/** For screen readers and tests: which fact is chosen. */
function remark(chosen: string | undefined): void {
  for (const head of document.querySelectorAll<HTMLElement>(".fact")) head.classList.toggle("chosen", head.id === `fact-${chosen}`);
}

function factsOf(event: Event): string[] {
  const part = (event.target as HTMLElement).closest<HTMLElement>(".s");
  const filled = part?.dataset["arguments"]?.split(" ").map(pair => pair.split(":")[0]!) ?? [];
  return [...new Set(filled.length ? filled : part?.dataset["facts"]?.split(" ") ?? [])];
}
const pointAtText = (event: Event): void => light.point(factsOf(event));

function chooseInText(event: Event): void {
  if ((event.target as HTMLElement).closest("a") || !getSelection()?.isCollapsed) return;
  const fact = factsOf(event)[0];
  if (fact && !form) choose(fact);
}

function takeSelection(): void {
  const words = view && selected(view.record, placement);
  if (words && form?.take(words.text, words.span as Span)) getSelection()?.removeAllRanges();
}

function toggle(type: string): void {
  if (!off.delete(type)) off.add(type);
  remember("off", [...off].join(" "));
  draw();
}

/** Opens the form of a fact, or of one that is missing. */
async function edit(fact: string | undefined): Promise<void> {
  const found = view?.record.facts.find(f => f.id === fact);
  if (fact !== undefined && !found || !session?.canWrite) return;
  try { types ??= await get<FactType[]>("/fact-types"); } catch (error) { say(line(error), "error"); return; }
  form = new FactForm(found, types, { save: request => correct(fact, request), cancel: () => { form = undefined; draw(); focusFact(fact); }, redraw: draw, selects: true });
  light.choose(fact);
  draw();
  document.querySelector<HTMLElement>(".fact-form input, .fact-form select")?.focus();
}

async function correct(fact: string | undefined, request: FactRequest): Promise<void> {
  if (!view || !session?.canWrite || busy) return;
  busy = true;
  const at = view.record.facts.findIndex(f => f.id === fact);
  try {
    const answer = await send<{ made: CorrectionItem[] }>("/corrections", { requests: [{ ...request, target: fact === undefined ? view.id : `${view.id}/${fact}`, ...(at < 0 ? {} : { shown: shownOf(view.record.facts[at]!) }) }] });
    made.push(answer.made.map(one => one.id));
    form = undefined;
    const next = request.action === "reject" ? view.record.facts[at + 1]?.id ?? view.record.facts[at - 1]?.id : request.action === "add" ? answer.made[0]?.target?.split("/").at(-1) : fact;
    change({ fact: next });
    await load();
    focusFact(next);
    say(t(done[request.action]), "done", { text: t("undo"), run: () => void undo() });
  } catch (error) {
    if (error instanceof Problem && isAnother(error.code)) { form = undefined; await load(); }
    refused(error, () => void correct(fact, request));
  } finally { busy = false; }
}

async function undo(ids?: number[]): Promise<void> {
  const last = ids ?? made.pop();
  if (!last) return;
  try {
    await send("/corrections/undo", { ids: last });
    made = made.filter(one => !one.some(id => last.includes(id)));
    await load();
    say(t("undone"));
  } catch (error) { if (!ids) made.push(last); refused(error, () => void undo(ids)); }
}

const done = { accept: "accepted", reject: "rejected", edit: "edited", add: "added" } as const;
const focusFact = (fact: string | undefined): void => document.querySelector<HTMLElement>(`#fact-${fact} .fact-head`)?.focus({ preventScroll: true });

function step(by: number): void {
  const facts = view?.record.facts ?? [];
  if (!facts.length) return;
  const at = facts.findIndex(f => f.id === light.chosen);
  const next = facts[at < 0 ? by > 0 ? 0 : facts.length - 1 : Math.min(facts.length - 1, Math.max(0, at + by))]!;
  choose(next.id);
  focusFact(next.id);
}

const onChosen = (run: (fact: string) => void) => () => { if (light.chosen && session?.canWrite) run(light.chosen); };
addKeys(
  { key: "j", text: "keyNextFact", run: () => step(1) },
  { key: "k", text: "keyPreviousFact", run: () => step(-1) },
  { key: "a", text: "keyAccept", run: onChosen(fact => void correct(fact, { action: "accept" })) },
  { key: "r", text: "keyReject", run: onChosen(fact => void correct(fact, { action: "reject" })) },
  { key: "e", text: "keyEdit", run: onChosen(fact => void edit(fact)) },
  { key: "c", text: "addFact", run: () => { if (!showsPage()) void edit(undefined); } },
  { key: "u", text: "keyUndo", run: () => void undo() },
  { key: "v", text: "keyView", run: switchView },
  { key: "[", text: "previousArticle", run: () => { if (view?.previous) location.assign(`/article?id=${view.previous}`); } },
  { key: "]", text: "nextArticle", run: () => { if (view?.next) location.assign(`/article?id=${view.next}`); } },
  { key: "+", text: "zoomIn", run: () => void viewer?.zoom(1.25) },
  { key: "-", text: "zoomOut", run: () => void viewer?.zoom(0.8) },
  { key: "n", text: "pageNext", run: () => void viewer?.show(viewer.number + 1) },
  { key: "p", text: "pagePrevious", run: () => void viewer?.show(viewer.number - 1) },
);
let resize: ReturnType<typeof setTimeout> | undefined;
addEventListener("resize", () => { clearTimeout(resize); resize = setTimeout(() => { if (viewer) void viewer.zoom(1); else light.apply(); }, 150); });
addEventListener("popstate", () => void load());
[session] = await Promise.all([start("article", "search"), load()]);
draw();
