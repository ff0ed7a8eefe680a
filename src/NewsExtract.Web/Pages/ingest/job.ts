import { html, nothing, type TemplateResult } from "lit-html";
import { saying } from "../shell/api.ts";
import { isLive } from "../shell/events.ts";
import { jobBar, jobReason } from "../shell/job.ts";
import { moment, t } from "../shell/language.ts";
import type { Job, JobItem } from "../shell/types.ts";

export interface JobActions { cancel(id: string): void; retry(id: string): void; more(): void }

/** A job: how far it is, what failed and why, what was made; of both the `most` that came last. */
export function jobView(job: Job, items: readonly JobItem[], most: number, canWrite: boolean, actions: JobActions): TemplateResult {
  const failed = items.filter(item => item.outcome === "failed"), done = items.filter(item => item.outcome !== "failed");
  const live = isLive(job);
  return html`<section class="panel job" aria-labelledby="job">
    <h2 id="job">${t("job")} <span class="job-state ${job.state}">${t(`jobState_${job.state}`)}</span></h2>
    <p class="meta"><span>${t(`jobKind_${job.kind}`)}</span>${job.started ? html`<span>${t("jobStarted", { when: moment(job.started) })}</span>` : nothing}
      ${job.kind === "ingest" ? html`<span>${t("jobResult", { articles: job.articles, facts: job.facts })}</span>` : nothing}${job.failed ? html`<span class="mark low">${t("jobFailedItems", { n: job.failed })}</span>` : nothing}</p>
    ${live ? html`${jobBar(job, t(`jobKind_${job.kind}`))}${job.reading?.length ? html`<p class="hint">${t("jobReading", { names: job.reading.join(t("joiner")) })}</p>` : nothing}` : nothing}
    ${job.message ? html`<p class=${job.state === "failed" ? "notice" : "hint"}>${jobReason(job.message)}</p>` : nothing}
    ${job.earlier ? html`<p class="hint">${t(job.state === "unfinished" ? "jobUnfinished" : "jobEarlier")}</p>` : nothing}
    ${live && canWrite ? html`<p class="buttons"><button @click=${() => actions.cancel(job.id)}>${t("jobCancel")}</button></p>` : nothing}
    ${!live && !job.earlier && job.failed > 0 && canWrite ? html`<p class="buttons"><button class="primary" @click=${() => actions.retry(job.id)}>${t("jobRetry")}</button></p>` : nothing}
    ${failed.length ? html`<h3>${t("itemsFailed")}</h3><ul class="plain items">${failed.slice(-most).reverse().map(item)}</ul>` : nothing}
    ${done.length ? html`<h3>${t("itemsDone")}</h3><ul class="plain items">${done.slice(-most).reverse().map(item)}</ul>` : nothing}
    ${Math.max(failed.length, done.length) > most ? html`<p class="load-more"><button @click=${actions.more}>${t("loadMore")}</button></p>` : nothing}
  </section>`;
}

/** Why it failed, in the reader's language; the code has the server's own words, which tell page and place. */
export const why = (one: { code?: string; message?: string }): TemplateResult | typeof nothing =>
  one.message || one.code ? html`<p class="why">${saying(one.code, one.message)}${one.code ? html` <span class="code" title=${one.message ?? nothing}>${one.code}</span>` : nothing}</p>` : nothing;

function item(one: JobItem): TemplateResult {
  const notes = (one.diagnostics ?? []).filter(note => note.code !== one.code);
  return html`<li class=${one.outcome}>
  <p><span class="item-name">${one.articleId ? html`<a href="/article?id=${one.articleId}">${one.name}</a>` : one.name}</span> <span class="mark outcome">${t(`outcome_${one.outcome}`)}</span>
    ${one.articles ? html`<span class="hint">${t("jobResult", { articles: one.articles, facts: one.facts })}</span>` : nothing}</p>
  ${why(one)}
  ${notes.length ? html`<details><summary>${t("itemNotes", { n: notes.length })}</summary><ul class="plain">${notes.map(d => html`<li class="hint">${saying(d.code, d.message)} <span class="code" title=${d.message}>${d.code}</span></li>`)}</ul></details>` : nothing}
</li>`;
}

export function jobList(jobs: readonly Job[], chosen: string, choose: (id: string) => void): TemplateResult {
  return html`<ul class="plain jobs">${jobs.map(job => html`<li><a href="?job=${job.id}" aria-current=${job.id === chosen ? "true" : nothing} @click=${(event: MouseEvent) => { if (!event.ctrlKey && !event.metaKey) { event.preventDefault(); choose(job.id); } }}>${t(`jobKind_${job.kind}`)}${job.started ? ` · ${moment(job.started)}` : ""}</a>
    <span class="job-state ${job.state}">${t(`jobState_${job.state}`)}</span> <span class="hint">${job.total ? t("jobDone", { done: job.done, total: job.total }) : nothing}${job.failed ? ` · ${t("jobFailedItems", { n: job.failed })}` : ""}</span></li>`)}</ul>`;
}
