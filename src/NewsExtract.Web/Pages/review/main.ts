import { html, nothing, render, type TemplateResult } from "lit-html";
import { get, line, Problem } from "../shell/api.ts";
import { addKeys } from "../shell/keys.ts";
import { number, t } from "../shell/language.ts";
import { Listing } from "../shell/listing.ts";
import { main, refused, say, send, start } from "../shell/shell.ts";
import { isAnother, shownOf } from "../shell/shown.ts";
import { empty, failed, loading } from "../shell/states.ts";
import type { CorrectionItem, CorrectionRequest, FactItem, FactType, ReviewItem, Session } from "../shell/types.ts";
import { FactForm } from "../article/edit.ts";
import { contextOf, factInContext, forget, type Context } from "./context.ts";
import { correctionLog } from "./log.ts";
import { Queue } from "./queue.ts";
import "../article/article.css";
import "./review.css";

type Mode = "look" | "reject" | "edit";
/** How long one waits before one is told what for. */
const soon = 1000;
const reasons = [["", "reviewAll"], ["contradiction", "reviewContradictions"], ["low-confidence", "reviewUnsure"]] as const;

let session: Session | undefined;
let types: FactType[] | undefined;
let queue: Queue;
let trouble: string | undefined;
let busy = true;
/** The queue is being made, which takes a while of a large store. */
let slow = false;
let mode: Mode = "look";
let form: FactForm | undefined;
/** Of a contradiction, the other fact is being judged. */
let turned = false;
const contexts = new Map<string, Context>();
/** What was done, with what it took out of the queue. */
const made: { ids: number[]; fact: string; item: ReviewItem; gone: ReviewItem[] }[] = [];
const log = new Listing<CorrectionItem>("/corrections", draw, 10);

const reason = (): string => new URLSearchParams(location.search).get("reason") ?? "";
const judged = (): FactItem | undefined => turned ? queue.item?.other : queue.item?.fact;

async function open(): Promise<void> {
  queue = new Queue(reason());
  await step(() => {});
}

/** Moves in the queue and shows what stands there with its text. */
async function step(move: () => void): Promise<void> {
  mode = "look";
  form = undefined;
  turned = false;
  move();
  busy = true;
  trouble = undefined;
  draw();
  const waiting = setTimeout(() => { slow = true; draw(); }, soon);
  try {
    await queue.fill();
    busy = false;
    draw();
    const { item } = queue;
    if (item) {
      await Promise.all([item.fact, ...item.other ? [item.other] : []].map(async fact => { contexts.set(fact.id, await contextOf(fact)); }));
      draw();
    }
  } catch (error) {
    busy = false;
    trouble = line(error);
    draw();
  } finally {
    clearTimeout(waiting);
    slow = false;
  }
}

function draw(): void {
  const { item } = queue;
  render(html`
    <h1>${t("reviewHeading")}</h1>
    <p class="hint">${t("reviewIntro")}</p>
    <div class="chooser" role="group" aria-label=${t("reviewKind")}>${reasons.map(([name, text]) => html`<button aria-pressed=${reason() === name ? "true" : "false"} @click=${() => { history.pushState(null, "", name ? `?reason=${name}` : location.pathname); void open(); }}>${t(text)}</button>`)}</div>
    <section aria-live="polite" aria-busy=${busy ? "true" : "false"} aria-label=${t("thisFact")}>
      ${trouble ? failed(trouble, () => void step(() => {})) : item ? shown(item) : busy ? loading(slow ? t("queueIsMade") : undefined) : end()}
    </section>
    <section class="review-log" aria-labelledby="log"><h2 id="log">${t("reviewLog")}</h2>
      ${log.draw(items => correctionLog(items, session?.canWrite ? id => void undoOne(id) : undefined), t("logEmpty"))}</section>`, main());
}

const end = (): TemplateResult => html`${empty(t("reviewQueueEmpty"), t("reviewQueueEmptyHint"))}${queue.skipped ? html`<p class="load-more"><button @click=${() => void open()}>${t("reviewAgain")}</button></p>` : nothing}`;

function shown(item: ReviewItem): TemplateResult {
  const fact = judged()!, other = turned ? item.fact : item.other;
  return html`
    <p class="review-head"><span class="mark modality">${t(item.reason === "contradiction" ? "reasonContradiction" : "reasonUnsure")}</span>
      ${item.detail ? html`<span>${item.detail}</span>` : nothing}
      <span class="hint">${queue.total === undefined ? nothing : t("reviewAt", { n: queue.place, total: queue.total })} · ${t("gain", { n: number(Math.round(item.gain * 100) / 100) })}</span></p>
    <div class="review-panes ${other ? "two" : ""}">
      ${factInContext(fact, contexts.get(fact.id), t("thisFact"), session?.canWrite ? actions() : html`<p class="hint">${t("readOnly")}</p>`)}
      ${other ? factInContext(other, contexts.get(other.id), t("otherFact"), session?.canWrite && mode === "look" && !other.review ? html`<p class="buttons"><button class="quiet" @click=${turn}>${t("judgeOther")} <kbd>o</kbd></button></p>` : nothing) : nothing}
    </div>`;
}

function actions(): TemplateResult {
  if (mode === "edit" && form) return form.draw();
  if (mode === "reject") return html`<form class="reject" @submit=${(event: SubmitEvent) => { event.preventDefault(); const why = new FormData(event.target as HTMLFormElement).get("why"); void correct({ action: "reject", ...(String(why ?? "").trim() ? { why: String(why).trim() } : {}) }); }} @keydown=${(event: KeyboardEvent) => { if (event.key === "Escape") look(); }}>
    <label>${t("rejectWhy")}<input name="why" maxlength="500" autocomplete="off"></label>
    <p class="buttons"><button class="primary">${t("rejectNow")}</button><button type="button" @click=${look}>${t("cancel")}</button></p></form>`;
  return html`<p class="buttons review-buttons">
    <button class="primary" @click=${accept}>✓ ${t("accept")} <kbd>a</kbd></button>
    <button @click=${reject}>✕ ${t("reject")} <kbd>r</kbd></button>
    <button @click=${() => void edit()}>✎ ${t("edit")} <kbd>e</kbd></button>
    <button class="quiet" @click=${skip}>${t("skip_")} <kbd>n</kbd></button>
    ${queue.isFirst ? nothing : html`<button class="quiet" @click=${back}>${t("back")} <kbd>p</kbd></button>`}
    ${made.length ? html`<button class="quiet" @click=${() => void undo()}>${t("undo")} <kbd>u</kbd></button>` : nothing}
  </p>`;
}

function look(): void { mode = "look"; form = undefined; draw(); }
function turn(): void { if (queue.item?.other && !queue.item.other.review && mode === "look") { turned = !turned; draw(); } }
const may = (): boolean => session?.canWrite === true && queue.item !== undefined && !busy;
const accept = (): void => { if (may()) void correct({ action: "accept" }); };
const skip = (): void => { if (queue.item && !busy) void step(() => queue.skip()); };
const back = (): void => { if (!busy) void step(() => queue.back()); };

function reject(): void {
  if (!may()) return;
  mode = "reject";
  draw();
  document.querySelector<HTMLInputElement>(".reject input")?.focus();
}

async function edit(): Promise<void> {
  const fact = judged();
  if (!may() || !fact) return;
  try {
    types ??= await get<FactType[]>("/fact-types");
    const { fact: found } = contexts.get(fact.id) ?? await contextOf(fact);
    if (!found) { say(t("contextGone"), "error"); return; }
    form = new FactForm(found, types, { save: correct, cancel: look, redraw: draw, selects: false });
  } catch (error) { say(line(error), "error"); return; }
  mode = "edit";
  draw();
  document.querySelector<HTMLElement>(".fact-form input, .fact-form select")?.focus();
}

async function correct(request: Omit<CorrectionRequest, "target">): Promise<void> {
  const fact = judged(), { item } = queue;
  if (!fact || !item || busy) return;
  busy = true;
  try {
    const answer = await send<{ made: CorrectionItem[] }>("/corrections", { requests: [{ ...request, target: fact.id, shown: shownOf(fact) }] });
    changed(item);
    await step(() => made.push({ ids: answer.made.map(one => one.id), fact: fact.id, item, gone: queue.judge(fact.id, request.action) }));
    say(t(request.action === "accept" ? "accepted" : request.action === "reject" ? "rejected" : "edited"), "done", { text: t("undo"), run: () => void undo() });
  } catch (error) {
    busy = false;
    if (error instanceof Problem && isAnother(error.code)) await reopen(item); else draw();
    refused(error, () => { if (judged() === fact) void correct(request); });
  }
}

/** The queue anew: what it showed is something else by now, or is in it again. */
async function reopen(item?: ReviewItem): Promise<void> {
  if (item) changed(item); else void log.ask();
  await open();
}

async function undo(): Promise<void> {
  const last = made.pop();
  if (!last) return;
  try {
    await send("/corrections/undo", { ids: last.ids });
    changed(last.item);
    await step(() => queue.put(last.fact, last.gone));
    say(t("undone"));
  } catch (error) { made.push(last); refused(error, () => void undo()); }
}

async function undoOne(id: number): Promise<void> {
  const item = made.find(one => one.ids.includes(id));
  try {
    await send("/corrections/undo", { ids: [id] });
    made.splice(0, made.length, ...made.filter(one => one !== item));
    if (item) { changed(item.item); await step(() => queue.put(item.fact, item.gone)); } else await reopen();
    say(t("undone"));
  } catch (error) { refused(error, () => void undoOne(id)); }
}

function changed(item: ReviewItem): void {
  for (const fact of [item.fact, item.other]) if (fact) { forget(fact.articleId); contexts.delete(fact.id); }
  void log.ask();
}

const looking = (run: () => void) => () => { if (mode === "look") run(); };
addKeys(
  { key: "a", text: "keyReviewAccept", run: looking(accept) }, { key: "r", text: "keyReviewReject", run: looking(reject) }, { key: "e", text: "keyReviewEdit", run: looking(() => void edit()) },
  { key: "n", text: "keyReviewSkip", run: looking(skip) }, { key: "p", text: "keyReviewBack", run: looking(back) }, { key: "u", text: "keyReviewUndo", run: looking(() => void undo()) },
  { key: "o", text: "keyReviewOther", run: looking(turn) });
addEventListener("popstate", () => void open());

queue = new Queue(reason());
session = await start("review");
void log.ask();
await open();
