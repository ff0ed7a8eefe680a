import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { day, t } from "../shell/language.ts";
import type { EntityView, OfficeEnd } from "../shell/types.ts";

type Office = EntityView["offices"][number];

/** A person's posts, each a bar from the first to the last day that it is told of; the words beside it say the same. */
export function timeline(offices: readonly Office[]): TemplateResult {
  const known = offices.flatMap(office => [from(office.first.date), to(office.last.date)]).filter(time => time !== undefined);
  const first = new Date(Math.min(...known)).getUTCFullYear(), last = new Date(Math.max(...known) - 1).getUTCFullYear();
  const begin = Date.UTC(first, 0), width = Date.UTC(last + 1, 0) - begin;
  const share = (time: number) => (time - begin) / width * 100;
  const years = Array.from({ length: known.length ? last - first + 1 : 0 }, (_, i) => first + i);
  const shown = years.filter(year => (year - first) % Math.ceil(years.length / 8) === 0);
  return html`<p class="hint">${t("timelineHint")}</p>
    <ol class="plain timeline">
      ${shown.length ? html`<li class="years" aria-hidden="true"><span></span><span class="lane">${shown.map(year => html`<span class="year" ${placed(share(Date.UTC(year, 0)))}>${year}</span>`)}</span></li>` : nothing}
      ${offices.map(office => post(office, shown, share))}
    </ol>`;
}

function post(office: Office, years: number[], share: (time: number) => number): TemplateResult {
  const begin = from(office.first.date), end = to(office.last.date) ?? to(office.first.date);
  return html`<li>
    <div class="post"><strong>${office.title}</strong>${office.organization ? html` <span class="post-body">${office.organization}</span>` : nothing}
      <span class="post-ends">${ends(office)} <span class="hint">${t("countMentions", { n: office.mentions })}</span></span></div>
    <span class="lane" aria-hidden="true">${years.map(year => html`<span class="grid-line" ${placed(share(Date.UTC(year, 0)))}></span>`)}${begin === undefined || end === undefined ? nothing : html`<span class="bar" ${placed(share(begin), share(end) - share(begin))}></span>`}</span>
  </li>`;
}

function ends({ first, last }: Office): TemplateResult {
  const one = first.date === last.date;
  return one ? evidence(first, "onlyEvidence") : html`${evidence(first, "firstEvidence")} · ${evidence(last, "lastEvidence")}`;
}

const evidence = (end: OfficeEnd, text: "firstEvidence" | "lastEvidence" | "onlyEvidence"): TemplateResult =>
  html`<a href="/article?id=${end.articleId}${end.factId ? `&fact=${end.factId.split("/").at(-1)}` : ""}" title=${end.evidence}>${t(text, { date: end.date ? day(end.date) : t("undated") })}</a>`;

const placed = (left: number, width?: number) => ref(element => {
  if (!(element instanceof HTMLElement)) return;
  // The last days of the last year stay within the lane.
  element.style.left = width === undefined ? `${left}%` : `min(${left}%, 100% - 6px)`;
  if (width !== undefined) element.style.width = `max(6px, ${width}%)`;
});

/** The first moment that a date known in part may mean, and the first after it. */
function from(date: string | undefined): number | undefined {
  const parts = date?.split("-").map(Number);
  return parts?.[0] ? Date.UTC(parts[0], (parts[1] ?? 1) - 1, parts[2] ?? 1) : undefined;
}

function to(date: string | undefined): number | undefined {
  const parts = date?.split("-").map(Number);
  if (!parts?.[0]) return undefined;
  return parts[2] ? Date.UTC(parts[0], parts[1]! - 1, parts[2] + 1) : parts[1] ? Date.UTC(parts[0], parts[1], 1) : Date.UTC(parts[0] + 1, 0, 1);
}
