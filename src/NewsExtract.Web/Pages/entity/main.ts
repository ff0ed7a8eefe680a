import { html, nothing, render, type TemplateResult } from "lit-html";
import { get, line, Problem } from "../shell/api.ts";
import { jobBar, jobReason, toItsEnd } from "../shell/job.ts";
import { addKeys } from "../shell/keys.ts";
import { entityType, linkReason } from "../shell/labels.ts";
import { day, percent, t } from "../shell/language.ts";
import { Listing } from "../shell/listing.ts";
import { main, name, refused, say, send, start } from "../shell/shell.ts";
import { empty, failed, loading } from "../shell/states.ts";
import type { ArticleView, Decision, DecisionMade, EntityMember, EntityView, FactItem, Job, Session } from "../shell/types.ts";
import { factResults } from "../search/results.ts";
import { decisionList } from "./decisions.ts";
import { EntityFinder } from "./finder.ts";
import { timeline } from "./timeline.ts";
import "../search/search.css";
import "./entity.css";

let session: Session | undefined;
let entity: EntityView | undefined;
let finder: EntityFinder | undefined;
let job: Job | undefined;
let linking = false;
const ticked = new Set<string>();
const facts = new Listing<FactItem>("/facts", draw, 20);
const decisions = new Listing<Decision>("/decisions", draw, 20);
let members = new Listing<EntityMember>("", draw);

/** Of an entity that everything names its latest articles tell what is named together with it; to look at all takes long. */
const latest = 1000;
const wanted = (): string => new URLSearchParams(location.search).get("id") ?? "";

async function load(): Promise<void> {
  const id = wanted();
  if (!id) { render(html`<h1>${t("entity")}</h1>${empty(t("noEntity"))}<p class="load-more"><a class="button" href="/entities">${t("toEntities")}</a></p>`, main()); return; }
  if (!entity) render(loading(), main());
  try {
    entity = await get<EntityView>(`/entities/${encodeURIComponent(id)}`, { latest });
  } catch (error) {
    const why = line(error);
    const gone = error instanceof Problem && error.status === 404;
    if (why) render(html`<h1>${t("entity")}</h1>${gone ? empty(t("entityGone"), t("entityGoneHint")) : failed(why, () => void load())}<p class="load-more"><a class="button" href="/entities">${t("toEntities")}</a></p>`, main());
    return;
  }
  // An old id leads on to the entity that has its first member now.
  if (entity.id !== id) history.replaceState(null, "", `?id=${entity.id}`);
  name(entity.name);
  ticked.clear();
  finder = new EntityFinder(entity.type, entity.id, draw);
  members = new Listing<EntityMember>(`/entities/${entity.id}/members`, draw);
  draw();
  await Promise.all([facts.ask({ entityId: entity.id }), members.ask({}), decisions.ask({ entity: entity.id })]);
}

function draw(): void {
  if (!entity || entity.id !== wanted()) return;
  const { names, offices, together } = entity;
  const canWrite = (session?.canWrite ?? false) && !linking;
  render(html`
    <div class="entity-head type-${entity.type}">
      <p class="kind entity-kind"><span class="type-dot" aria-hidden="true"></span>${entityType(entity.type)}</p>
      <h1>${entity.name}</h1>
      <p class="meta"><span>${t("countNamed", { n: entity.members })}</span>${entity.first ? html`<span>${day(entity.first)}${entity.last && entity.last !== entity.first ? ` – ${day(entity.last)}` : ""}</span>` : nothing}</p>
      ${names.length > 1 ? html`<h2 class="unseen">${t("names")}</h2><ul class="plain names">${names.map(one => html`<li>${one}</li>`)}</ul>` : nothing}
    </div>
    ${linking ? html`<div class="panel">${jobBar(job, t("relinking"))}</div>` : nothing}
    <div class="entity-panes">
      <div>
        ${offices.length ? html`<section aria-labelledby="timeline"><h2 id="timeline">${t("timeline")}</h2>${timeline(offices)}</section>` : nothing}
        <section aria-labelledby="facts-title"><h2 id="facts-title">${t("entityFacts")}${facts.total ? html` <span class="hint">${t("countFacts", { n: facts.total })} · <a href="/?entityId=${entity.id}">${t("allFactsInSearch")}</a></span>` : nothing}</h2>
          ${facts.draw(items => html`<ol class="plain">${factResults(items)}</ol>`, t("entityNoFacts"))}</section>
      </div>
      <div class="entity-side">
        ${together.length ? html`<section class="panel" aria-labelledby="together"><h2 id="together">${t("together")}${entity.members > latest ? html` <span class="hint">${t("togetherLatest", { n: latest })}</span>` : nothing}</h2><ul class="plain together">${together.map(one => html`<li class="type-${one.entity.type}"><a href="/entity?id=${one.entity.id}"><span class="type-dot" aria-hidden="true"></span>${one.entity.name}</a> <span class="hint">${t("countArticles", { n: one.articles })}</span></li>`)}</ul></section>` : nothing}
        <section class="panel" aria-labelledby="members"><h2 id="members">${t("members")}</h2><p class="hint">${t("membersHint")}</p>
          ${members.draw(items => html`<ul class="plain members">${items.map(item => member(item, canWrite))}</ul>`, t("nothingKnown"))}</section>
        ${canWrite ? forms() : nothing}
        <section class="panel" aria-labelledby="decisions"><h2 id="decisions">${t("decisions")}</h2>${decisions.draw(list => decisionList(list, canWrite ? id => void undo(id) : undefined), t("noDecisions"))}</section>
      </div>
    </div>`, main());
}

function member(item: EntityMember, canWrite: boolean): TemplateResult {
  const place = t("articlePlace", { source: item.source, n: item.article + 1 });
  return html`<li>
    ${canWrite && (entity?.members ?? 0) > 1 ? html`<input type="checkbox" aria-label=${t("splitTick", { name: `${item.name}, ${item.headline ?? place}` })} .checked=${ticked.has(item.articleId)} @change=${(event: Event) => { if ((event.target as HTMLInputElement).checked) ticked.add(item.articleId); else ticked.delete(item.articleId); draw(); }}>` : nothing}
    <div>
      <p><strong>${item.name}</strong>${item.aliases.length ? html` <span class="hint">${item.aliases.join(t("joiner"))}</span>` : nothing}</p>
      <p><a href="/article?id=${item.articleId}">${item.headline ?? t("untitled")}</a></p>
      <p class="meta"><span>${place}</span>${item.date ? html`<span>${day(item.date)}</span>` : nothing}
        ${item.reason ? html`<span class="reason">${item.partner ? t("memberWith", { reason: linkReason(item.reason), name: item.partner }) : linkReason(item.reason)}${item.confidence === undefined ? "" : ` · ${t("confidence", { share: percent(item.confidence) })}`}</span>` : html`<span class="reason">${t("memberFounder")}</span>`}</p>
    </div>
  </li>`;
}

/** Why the ticked articles can't be split off: nothing would stay, or nobody has seen what stays. */
function splitRefusal(): string | undefined {
  const all = ticked.size > 0 && (members.items ?? []).every(item => ticked.has(item.articleId));
  return !all ? undefined : t(members.isMore ? "splitAllLoaded" : "splitAll");
}

function forms(): TemplateResult {
  const refusal = splitRefusal();
  return html`<section class="panel" aria-labelledby="change"><h2 id="change">${t("change")}</h2>
    <details id="merge"><summary>${t("mergeTitle")}</summary><form @submit=${merge}><p class="hint">${t("mergeHint")}</p>${finder!.draw()}
      <label>${t("decisionWhy")}<input name="why" required maxlength="500" autocomplete="off"></label>
      <p class="buttons"><button class="primary" ?disabled=${!finder!.chosen}>${t("merge")}</button></p></form></details>
    ${(entity?.members ?? 0) > 1 ? html`<details id="split"><summary>${t("splitTitle")}</summary><form @submit=${split}><p class="hint">${t("splitHint")}</p><p role="status">${t("splitCount", { n: ticked.size })}${refusal ? html` <span class="mark low">${refusal}</span>` : nothing}</p>
      <label>${t("decisionWhy")}<input name="why" required maxlength="500" autocomplete="off"></label>
      <p class="buttons"><button class="primary" ?disabled=${ticked.size === 0 || refusal !== undefined}>${t("split")}</button></p></form></details>` : nothing}
  </section>`;
}

const whyOf = (event: SubmitEvent): string => String(new FormData(event.target as HTMLFormElement).get("why") ?? "").trim();

function merge(event: SubmitEvent): void {
  event.preventDefault();
  if (entity && finder?.chosen) void decide("/entities/merge", { first: entity.id, second: finder.chosen.id, why: whyOf(event) });
}

function split(event: SubmitEvent): void {
  event.preventDefault();
  if (entity && ticked.size && !splitRefusal()) void decide(`/entities/${encodeURIComponent(entity.id)}/split`, { articles: [...ticked], why: whyOf(event) });
}

const undo = (id: number): Promise<void> => decide(`/decisions/${id}/undo`, {});

/** A decision links all names again; the entity may have another id afterwards, so its first member is looked up. */
async function decide(path: string, body: Record<string, unknown>): Promise<void> {
  const anchor = members.items?.find(item => !ticked.has(item.articleId));
  try {
    const made = await send<DecisionMade>(path, { ...body });
    linking = true;
    draw();
    const end = await toItsEnd(made.job, now => { job = now; draw(); });
    linking = false;
    job = undefined;
    await follow(anchor);
    if (end === "lost") say(t("relinkLost"), "error", { text: t("retry"), run: () => void follow(anchor) });
    else if (end.state === "failed") say(t("relinkFailed", { why: end.message ? jobReason(end.message) : "" }), "error"); else say(t("relinked"));
  } catch (error) {
    linking = false;
    draw();
    refused(error, () => void decide(path, body));
  }
}

async function follow(anchor: EntityMember | undefined): Promise<void> {
  if (anchor) {
    try {
      const article = await get<ArticleView>(`/articles/${anchor.articleId}`);
      const id = article.entities[`e${anchor.number + 1}`];
      if (id) history.replaceState(null, "", `?id=${id}`);
    } catch (error) { if (!(error instanceof Problem)) throw error; }
  }
  await load();
}

addKeys({ key: "m", text: "keyMerge", run: () => { const part = document.querySelector<HTMLDetailsElement>("#merge"); if (part) { part.open = true; part.querySelector("input")?.focus(); } } });
session = await start("entity", "entities");
await load();
