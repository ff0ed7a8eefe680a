import { html, nothing, render, type TemplateResult } from "lit-html";
import { get, line, post, Problem } from "../shell/api.ts";
import { onceAFrame } from "../shell/drawing.ts";
import { follow, isLive } from "../shell/events.ts";
import { addKeys } from "../shell/keys.ts";
import { t } from "../shell/language.ts";
import { Listing } from "../shell/listing.ts";
import { recallHere, rememberHere } from "../shell/memory.ts";
import { main, say, start } from "../shell/shell.ts";
import { empty } from "../shell/states.ts";
import type { InputItem, Job, JobItem, Session, Upload } from "../shell/types.ts";
import { chosenFiles, dropped, sorted, type Found } from "./files.ts";
import { jobList, jobView, why } from "./job.ts";
import { size } from "./size.ts";
import { Uploads, type Sending } from "./uploads.ts";
import "./ingest.css";

let session: Session | undefined;
let uploads: Uploads | undefined;
let job: Job | undefined;
let jobs: Job[] = [];
let over = false;
let stop = (): void => {};
/** How many jobs were opened: an answer for one that was left since is not shown. */
let opened = 0;
/** The job of the address, of which the server knows nothing any more. */
let gone = "";
let leftOut: string[] = [];
const items = new Map<string, JobItem>();
const draw = onceAFrame(paint);
/** What was read and failed, and what could not be opened: a question has one status. */
const failures = ["failed", "unreadable"].map(status => ({ status, list: new Listing<InputItem>("/inputs", draw, 50) }));
const askFailures = (): Promise<unknown> => Promise.all(failures.map(({ status, list }) => list.ask({ status })));

/** Lines that are shown at first, and with every press of a button more. */
const step = 200;
let shown = step;
const wanted = (): string => new URLSearchParams(location.search).get("job") ?? "";

function paint(): void {
  const canWrite = session?.canWrite ?? false;
  render(html`
    <h1>${t("ingestHeading")}</h1>
    ${session && !canWrite ? html`<p class="notice">${t("ingestReadOnly")}</p>` : nothing}
    ${canWrite ? dropZone() : nothing}
    ${leftOut.length ? html`<details class="panel left-out"><summary>${t("leftOut", { n: leftOut.length })}</summary><p class="hint">${t("leftOutHint")}</p><ul class="plain items">${leftOut.slice(0, step).map(path => html`<li>${path}</li>`)}</ul>${leftOut.length > step ? html`<p class="hint">${t("andMore", { n: leftOut.length - step })}</p>` : nothing}</details>` : nothing}
    ${uploads?.all.length ? sendings(uploads) : nothing}
    ${gone ? lost(canWrite) : nothing}
    ${job ? jobView(job, [...items.values()], shown, canWrite, { cancel: id => void act(() => post(`/jobs/${encodeURIComponent(id)}/cancel`, {})), retry: id => void begin({ retry: id }), more: () => { shown += step; draw(); } }) : nothing}
    <div class="ingest-panes">
      <section class="panel" aria-labelledby="jobs"><h2 id="jobs">${t("jobs")}</h2>${jobs.length ? jobList(jobs, wanted(), choose) : html`<p class="hint">${t("noJobs")}</p>`}
        ${canWrite && jobs.length ? html`<details><summary>${t("redoAll")}</summary><p class="hint">${t("redoAllHint")}</p><p class="buttons"><button @click=${() => void begin({ scope: "all" })}>${t("redoAll")}</button></p></details>` : nothing}</section>
      <section class="panel" aria-labelledby="failures"><h2 id="failures">${t("failedInputs")}</h2>
        ${failedInputs()}${canWrite && failures.some(({ list }) => list.items?.length) ? html`<p class="buttons"><button @click=${() => void begin({ scope: "failed" })}>${t("retryAllFailed")}</button></p>` : nothing}</section>
    </div>`, main());
}

/** One list after the other; while neither is there, one is waited for. */
function failedInputs(): TemplateResult | TemplateResult[] {
  const lists = failures.map(({ list }) => list).filter(list => list.items?.length !== 0);
  const rows = (inputs: InputItem[]) => html`<ul class="plain items">${inputs.map(one => html`<li class="failed"><p><span class="item-name">${one.name}</span></p>${why(one)}</li>`)}</ul>`;
  const ready = lists.filter(list => list.items);
  return lists.length ? (ready.length ? ready : lists.slice(0, 1)).map(list => list.draw(rows, "")) : empty(t("noFailedInputs"));
}

function dropZone(): TemplateResult {
  return html`<div class="drop ${over ? "over" : ""}" @dragenter=${dragged} @dragover=${dragged} @dragleave=${left} @drop=${(event: DragEvent) => void take(event)}>
    <p class="drop-title">${t("dropHere")}</p>
    <p class="hint">${t("dropOr")}</p>
    <p class="buttons"><button class="primary" @click=${() => input("files").click()}>${t("chooseFiles")}</button><button @click=${() => input("folder").click()}>${t("chooseFolder")}</button></p>
    <p class="hint">${t("dropKinds", { size: size(session!.maxUploadBytes) })}</p>
    <input id="files" type="file" multiple hidden aria-label=${t("chooseFiles")} @change=${chosen}>
    <input id="folder" type="file" webkitdirectory hidden aria-label=${t("chooseFolder")} @change=${chosen}>
  </div>`;
}

/** What was under way when the server was started again; what was asked for is still known in this tab. */
function lost(canWrite: boolean): TemplateResult {
  const bodies = partsFrom(gone).map(id => recallHere(`job.${id}`)).filter(body => body !== null);
  return html`<section class="panel" role="status"><p>${t("jobGone")}</p><p class="hint">${t("jobGoneHint")}</p>
    ${bodies.length && canWrite ? html`<p class="buttons"><button class="primary" @click=${() => void act(async () => { for (const body of bodies) await beginPart(JSON.parse(body) as object); })}>${t("jobStartAgain")}</button></p>` : nothing}</section>`;
}

function sendings(sent: Uploads): TemplateResult {
  const rows = [...sent.all.filter(one => one.state === "running"), ...sent.failed, ...sent.all.filter(one => one.state === "waiting").slice(0, 5)];
  return html`<section class="panel" aria-labelledby="uploads"><h2 id="uploads">${t("uploadsTitle")}</h2>
    <p role="status">${sent.busy ? t("uploading", { done: sent.done, total: sent.all.length }) : t("uploaded", { n: sent.all.length - sent.failed.length })}</p>
    ${sent.busy ? html`<progress aria-label=${t("uploadsTitle")} max=${sent.all.length} .value=${sent.done}></progress>` : nothing}
    ${rows.length ? html`<ul class="plain items">${rows.map(sending)}</ul>` : nothing}
    ${sent.refusal && sent.held.length ? html`<p class="notice" role="alert">${t("uploadsHeld", { n: sent.held.length, why: sent.refusal })}</p><p class="buttons"><button class="primary" @click=${() => void sent.hand()}>${t("uploadsBegin")}</button></p>` : nothing}
    ${sent.failed.length && !sent.busy ? html`<p class="buttons"><button @click=${() => sent.again()}>${t("uploadAgain")}</button></p>` : nothing}
  </section>`;
}

const sending = (one: Sending): TemplateResult => html`<li class=${one.state}>
  <p><span class="item-name">${one.path}</span> <span class="hint">${size(one.file.size)}</span>${one.state === "waiting" ? html` <span class="mark">${t("uploadWaiting")}</span>` : nothing}</p>
  ${one.state === "running" ? html`<progress aria-label=${one.path} max=${Math.max(1, one.file.size)} .value=${one.sent}></progress>` : nothing}
  ${one.why ? html`<p class="why">${one.why}</p>` : nothing}
</li>`;

const input = (id: "files" | "folder"): HTMLInputElement => document.getElementById(id) as HTMLInputElement;

function dragged(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  if (!over) { over = true; draw(); }
}

function left(event: DragEvent): void {
  if (event.currentTarget instanceof HTMLElement && event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
  over = false;
  draw();
}

async function take(event: DragEvent): Promise<void> {
  event.preventDefault();
  over = false;
  draw();
  try { if (event.dataTransfer) { const { found, unread } = await dropped(event.dataTransfer.items); add(found, unread); } } catch (error) { say(line(error), "error"); }
}

function chosen(event: Event): void {
  const box = event.target as HTMLInputElement;
  add(chosenFiles(box.files ?? []));
  box.value = "";
}

function add(files: readonly Found[], unread: readonly string[] = []): void {
  const { send: kept, leftOut: none } = sorted(files);
  leftOut = [...uploads?.busy ? leftOut : [], ...unread, ...none];
  draw();
  if (!kept.length) { say(t("nothingChosen"), "error"); return; }
  if (!uploads?.busy && !uploads?.held.length) uploads = new Uploads(session!.maxUploadBytes, draw, made => beginPart({ uploads: made.map(({ sha256 }: Upload) => ({ sha256 })) }));
  uploads.add(kept);
}

/** Makes a job; this tab keeps what was asked for. */
async function make(body: object): Promise<Job> {
  const made = await post<Job>("/jobs", body);
  rememberHere(`job.${made.id}`, JSON.stringify(body));
  return made;
}

const begin = (body: object): Promise<void> => act(async () => { const made = await make(body); choose(made.id, made); });

/** The jobs that this tab made of uploads, in the order in which they are done. */
const parts = (): string[] => recallHere("parts")?.split(" ") ?? [];
const partsFrom = (id: string): string[] => parts().includes(id) ? parts().slice(parts().indexOf(id)) : [id];

/** Makes a job of a part of the uploads; it is shown once those before it are over. */
async function beginPart(body: object): Promise<void> {
  const made = await make(body);
  const isShown = job !== undefined && isLive(job) && parts().includes(job.id);
  rememberHere("parts", [...parts(), made.id].join(" "));
  if (isShown) void readJobs(); else choose(made.id, made);
}

async function act(run: () => Promise<unknown>): Promise<void> {
  try { await run(); } catch (error) { say(line(error), "error"); }
}

function choose(id: string, known?: Job): void {
  history.pushState(null, "", `?job=${encodeURIComponent(id)}`);
  void openJob(known);
  void readJobs();
}

/** Shows the job of the address; one that still runs is followed. Items that come twice, as after a break, are one. */
async function openJob(known?: Job): Promise<void> {
  stop();
  stop = () => {};
  items.clear();
  shown = step;
  gone = "";
  const id = wanted(), mine = ++opened;
  const read = () => get<Job>(`/jobs/${encodeURIComponent(id)}`);
  const lose = () => { job = undefined; gone = id; draw(); };
  if (!id) { job = undefined; draw(); return; }
  try {
    const found = known ?? await read();
    if (mine !== opened) return;
    put(found);
  } catch (error) {
    if (mine !== opened) return;
    if (error instanceof Problem && error.status === 404) { lose(); return; }
    job = undefined;
    draw();
    say(line(error), "error");
    return;
  }
  if (!isLive(job!)) return;
  // Who has the items needs only those that follow.
  const after = job!.items ? job!.lastEvent : undefined;
  stop = follow(id, {
    item(one) { keep(one); draw(); },
    progress(now) { job = now; draw(); },
    end() { void act(async () => { const now = await read(); if (mine === opened) put(now); await Promise.all([readJobs(), askFailures()]); if (mine === opened) goOn(id); }); },
    lost() { lose(); void readJobs(); void askFailures(); },
  }, after);
}

/** From a part of the uploads that is over to the one that is worked on. */
function goOn(id: string): void {
  const next = partsFrom(id).slice(1).find(part => jobs.some(one => one.id === part && isLive(one)));
  if (next) choose(next);
}

function put(now: Job): void {
  job = now;
  for (const one of now.items ?? []) keep(one);
  draw();
}

const keep = (one: JobItem): void => { items.set(`${one.name}\n${one.sha256 ?? ""}`, one); };

async function readJobs(): Promise<void> {
  try { jobs = await get<Job[]>("/jobs"); } catch (error) { say(line(error), "error"); }
  draw();
}

addKeys({ key: "f", text: "keyChoose", run: () => document.querySelector<HTMLElement>(".drop button")?.click() });
addEventListener("popstate", () => void openJob());
// A file that misses the zone must not take the page's place.
for (const kind of ["dragover", "drop"]) addEventListener(kind, event => event.preventDefault());
// What is still on its way, or in no job yet, would go with the page.
addEventListener("beforeunload", event => { if (uploads?.busy || uploads?.held.length) event.preventDefault(); });
session = await start("ingest");
draw();
await Promise.all([openJob(), readJobs(), askFailures()]);
