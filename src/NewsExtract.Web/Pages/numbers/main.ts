import { html, nothing, render, type TemplateResult } from "lit-html";
import { address, get, line } from "../shell/api.ts";
import { choice, unitName } from "../shell/labels.ts";
import { day, number, t } from "../shell/language.ts";
import { main, name, start } from "../shell/shell.ts";
import { empty, failed, loading } from "../shell/states.ts";
import type { NumberPoint, NumberPoints, NumberSeries } from "../shell/types.ts";
import type { Chart } from "./chart.ts";
import { articleOf, figureText, meaningOf, meanings, measureOf, measureShown, measures, time, type Measure } from "./points.ts";
import "uplot/dist/uPlot.min.css";
import "./numbers.css";

const kinds = ["statistic", "project_count", "investment", "target"] as const;
type Kind = typeof kinds[number];

let series: NumberSeries[] | undefined;
let seriesTrouble: string | undefined;
let points: NumberPoints | undefined;
let pointsTrouble: string | undefined;
let chart: Chart | undefined;
let lit: NumberPoint | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;
let askedSeries = new AbortController();
let askedPoints = new AbortController();

const words = () => new URLSearchParams(location.search);
const word = (key: string): string => words().get(key) ?? "";
const kind = (): Kind => kinds.find(one => one === word("kind")) ?? "statistic";
const query = () => ({ kind: kind(), name: word("name"), unit: word("unit"), scope: word("scope"), from: word("from"), to: word("to"), once: word("once") === "true" });
const measure = (): Measure => measureShown(points?.points ?? [], word("measure"));
/** The figures that are drawn and listed. */
const shown = (): NumberPoint[] => (points?.points ?? []).filter(point => measureOf(point) === measure());
const nameOf = (of: Kind, text: string): string => of === "project_count" ? choice(text) : text;

function change(changes: Record<string, string>, replace = false): void {
  const now = words();
  for (const [key, value] of Object.entries(changes)) if (value) now.set(key, value); else now.delete(key);
  history[replace ? "replaceState" : "pushState"](null, "", `?${now}`);
}

async function askSeries(): Promise<void> {
  askedSeries.abort();
  askedSeries = new AbortController();
  try {
    series = await get<NumberSeries[]>("/numbers/series", { kind: kind(), q: word("q"), limit: 60 }, askedSeries.signal);
    seriesTrouble = undefined;
  } catch (error) {
    const why = line(error);
    if (!why) return;
    seriesTrouble = why;
  }
  draw();
}

async function askPoints(): Promise<void> {
  askedPoints.abort();
  if (!word("name")) { points = undefined; name(t("numbers")); draw(); return; }
  askedPoints = new AbortController();
  name(nameOf(kind(), word("name")));
  draw();
  try {
    points = await get<NumberPoints>("/numbers/points", query(), askedPoints.signal);
    pointsTrouble = undefined;
  } catch (error) {
    const why = line(error);
    if (!why) return;
    points = undefined;
    pointsTrouble = why;
  }
  draw();
  await plot();
}

const pick = (changes: Record<string, string>) => { change(changes); void askPoints(); };

function draw(): void {
  render(html`
    <h1>${t("numbersHeading")}</h1>
    <p class="hint">${t("numbersIntro")}</p>
    <div class="numbers-panes">
      <section class="panel series" aria-label=${t("findSeries")}>
        <div class="chooser" role="group" aria-label=${t("kindOfSeries")}>${kinds.map(one => html`<button aria-pressed=${one === kind() ? "true" : "false"} @click=${() => { change({ kind: one, name: "", unit: "", scope: "", measure: "", q: "" }); series = undefined; points = undefined; void askSeries(); void askPoints(); }}>${t(`kind_${one}`)}</button>`)}</div>
        <label>${t("findSeries")}<input type="search" id="series" placeholder=${t("findSeriesHint")} .value=${word("q")} autocomplete="off" maxlength="200" @input=${asTyped} @keydown=${(event: KeyboardEvent) => { if (event.key === "Enter") { event.preventDefault(); document.querySelector<HTMLElement>(".series-list button")?.focus(); } }}></label>
        <h2 class="unseen">${t("seriesFound")}</h2>
        ${seriesTrouble ? failed(seriesTrouble, () => void askSeries()) : !series ? loading() : !series.length ? word("q") ? empty(t("noSeries"), t("noSeriesHint")) : empty(t("noSeriesYet"), t("noSeriesYetHint")) : html`<ul class="plain series-list">${series.map(seriesItem)}</ul>`}
      </section>
      <section class="figures" aria-label=${word("name") ? nameOf(kind(), word("name")) : t("numbers")}>${figures()}</section>
    </div>`, main());
}

const seriesItem = (one: NumberSeries): TemplateResult => html`<li><button aria-pressed=${one.name === word("name") ? "true" : "false"} @click=${() => pick({ name: one.name, unit: "", scope: "", measure: "" })}>
  <span>${nameOf(kind(), one.name)}${one.units.length ? html` <span class="hint">${one.units.slice(0, 3).map(unitName).join(t("joiner"))}</span>` : nothing}</span><span class="count">${number(one.facts)}</span></button></li>`;

function figures(): TemplateResult {
  if (!word("name")) return series?.length ? empty(t("pickSeries")) : html``;
  if (pointsTrouble) return failed(pointsTrouble, () => void askPoints());
  if (!points) return loading();
  const rows = shown(), undated = rows.filter(point => point.start === undefined).length;
  const dated = rows.filter(point => time(point) !== undefined);
  const both = points.measures.length > 1;
  const label = kind() === "project_count" ? t("projectsOf", { stage: choice(word("name")) }) : nameOf(kind(), word("name"));
  const bounds = dated.map(point => point.start!).sort();
  return html`
    <div class="figures-head"><h2>${label}</h2><p class="buttons"><a class="button" href=${address("/numbers/points.csv", { ...query(), measure: both ? measure() : "" })} download>${t("downloadCsv")}</a></p></div>
    <form class="conditions" @submit=${(event: SubmitEvent) => { event.preventDefault(); (document.activeElement as HTMLElement | null)?.dispatchEvent(new Event("change", { bubbles: true })); }}>
      ${points.units.length === 0 ? nothing : html`<label>${t("unit")}${select("unit", points.unit ?? "", points.units.map(unit => [unit.name, unit.name ? unitName(unit.name) : t("noUnit"), unit.count]))}</label>`}
      <label>${t("scope")}${select("scope", word("scope"), [["", t("everyScope"), undefined], ...points.scopes.map((scope): [string, string, number] => [scope.name, scope.name, scope.count]), ...(word("scope") && !points.scopes.some(scope => scope.name === word("scope")) ? [[word("scope"), word("scope"), undefined] as [string, string, undefined]] : [])])}</label>
      ${(["from", "to"] as const).map(end => html`<label>${t(end === "from" ? "fromDate" : "toDate")}<input name=${end} size="10" .value=${word(end)} placeholder="2024-03" title=${t("dateForm")} pattern="\\d{4}(-\\d{2}){0,2}" autocomplete="off" @change=${(event: Event) => { const box = event.target as HTMLInputElement; if (box.reportValidity() && box.value.trim() !== word(end)) pick({ [end]: box.value.trim() }); }}></label>`)}
      <label class="check"><input type="checkbox" .checked=${word("once") === "true"} @change=${(event: Event) => pick({ once: (event.target as HTMLInputElement).checked ? "true" : "" })}>${t("onceOnly")}</label>
    </form>
    ${both ? html`<div class="chooser measures" role="group" aria-label=${t("measure")}>${measures.map(one => html`<button aria-pressed=${one === measure() ? "true" : "false"} @click=${() => { change({ measure: one }); draw(); void plot(); }}>${t(`measure_${one}`)} <span class="count">${number(points!.measures.find(facet => facet.name === one)?.count ?? 0)}</span></button>`)}</div>` : nothing}
    ${rows.length ? html`
      <p class="meta" aria-live="polite"><span>${t(measure() === "change" ? "countChanges" : "countPoints", { n: rows.length })}${points.unit ? ` · ${unitName(points.unit)}` : ""}</span>${undated ? html`<span>${t("undatedPoints", { n: undated })}</span>` : nothing}${measure() === "change" && dated.length ? html`<span>${t("changeHint")}</span>` : nothing}${dated.length > 1 && points.scopes.length > 1 && !word("scope") ? html`<span>${t("linesWhenOneScope")}</span>` : nothing}</p>
      ${dated.length ? html`<div class="panel chart-panel">${key(rows)}
        <div id="chart" role="img" aria-label=${t(measure() === "change" ? "chartOfChanges" : "chartLabel", { name: label, n: dated.length, from: day(bounds[0]!), to: day(bounds.at(-1)!) })}></div></div>` : nothing}
      ${table(rows, points.unit)}` : empty(t("noPoints"))}`;
}

const select = (key: string, chosen: string, options: [value: string, text: string, count: number | undefined][]): TemplateResult =>
  html`<select name=${key} @change=${(event: Event) => pick({ [key]: (event.target as HTMLSelectElement).value })}>${options.map(([value, text, count]) => html`<option value=${value} ?selected=${value === chosen}>${text}${count === undefined ? "" : ` (${number(count)})`}</option>`)}</select>`;

/** What the shapes mean, where there is more than what stands. */
function key(rows: readonly NumberPoint[]): TemplateResult | typeof nothing {
  const used = meanings.filter(meaning => rows.some(point => meaningOf(point) === meaning));
  return used.every(meaning => meaning === "stated") ? nothing : html`<ul class="plain chart-key" aria-hidden="true">${used.map(meaning => html`<li class=${meaning}>${t(meaning)}</li>`)}</ul>`;
}

/** The chart in words: every figure with its day, scope and source. */
function table(rows: readonly NumberPoint[], unit: string | undefined): TemplateResult {
  return html`<table class="figure-table"><caption class="unseen">${t("figureTable")}</caption>
    <thead><tr><th scope="col">${t("columnDate")}</th><th scope="col" class="figure">${t(measure() === "change" ? "columnChange" : "columnFigure")}</th><th scope="col">${t("columnScope")}</th><th scope="col">${t("columnEvidence")}</th></tr></thead>
    <tbody>${rows.map(point => html`<tr class=${point === lit ? "lit" : ""} @mouseenter=${() => chart?.light(point)} @mouseleave=${() => chart?.light(undefined)} @click=${(event: Event) => { if (!(event.target as Element).closest("a") && getSelection()?.isCollapsed) open(point); }}>
      <td>${point.period ? day(point.period) : point.date ? day(point.date) : t("undated")}${point.period && point.start && point.start !== point.period ? html`<span class="hint">${day(point.start)}</span>` : nothing}${point.basis === "article" ? html`<span class="hint">${t("byArticleDay")}</span>` : nothing}</td>
      <td class="figure">${figureText(point, unit)}${meaningOf(point) === "stated" ? nothing : html` <span class="mark modality">${t(meaningOf(point))}</span>`}</td>
      <td>${point.scope ?? ""}</td>
      <td class="source"><a href=${articleOf(point)}>${point.headline ?? t("articlePlace", { source: point.source, n: point.article + 1 })}</a><span class="evidence">${point.evidence}</span></td>
    </tr>`)}</tbody></table>`;
}

const open = (point: NumberPoint): void => location.assign(articleOf(point));

/** A line says that one thing changed: figures of one scope, one a day. */
function joined(): boolean {
  const dated = shown().filter(point => time(point) !== undefined);
  return new Set(dated.map(point => point.scope ?? "")).size === 1 && new Set(dated.map(point => `${point.start} ${meaningOf(point)}`)).size === dated.length;
}


/** uPlot is fetched when there is something to draw. */
async function plot(): Promise<void> {
  const host = document.getElementById("chart");
  if (!host || !points) { chart = undefined; return; }
  const { Chart: Maker } = await import("./chart.ts");
  if (host !== document.getElementById("chart")) return;
  if (!host.querySelector(".uplot")) chart = new Maker(host, { open, point(point) { lit = point; draw(); } });
  chart!.show(shown(), points.unit ?? "", joined());
}

function asTyped(event: Event): void {
  if ((event as InputEvent).isComposing) return;
  const { value } = event.target as HTMLInputElement;
  clearTimeout(waiting);
  waiting = setTimeout(() => { change({ q: value.trim() }, true); void askSeries(); }, 200);
}

addEventListener("popstate", () => { void askSeries(); void askPoints(); });
await start("numbers");
draw();
await Promise.all([askSeries(), askPoints()]);
