import { html, type TemplateResult } from "lit-html";
import { t } from "./language.ts";
import { follow } from "./events.ts";
import type { Job } from "./types.ts";

/** How far a job is, as a bar with words. */
export function jobBar(job: Job | undefined, what: string): TemplateResult {
  const known = job !== undefined && job.total > 0;
  const words = known ? t("jobDone", { done: job.done, total: job.total }) : t("jobWaits");
  return html`<div class="job-bar">
    <p><span>${what}</span> <span class="hint">${words}${job?.secondsLeft !== undefined && job.state === "running" ? ` · ${left(job.secondsLeft)}` : ""}</span></p>
    ${known ? html`<progress aria-label=${what} max=${job.total} .value=${job.done}></progress>` : html`<progress aria-label=${what}></progress>`}
  </div>`;
}

export const left = (seconds: number): string => seconds < 90 ? t("secondsLeft", { n: Math.max(1, Math.round(seconds)) }) : t("minutesLeft", { n: Math.round(seconds / 60) });

/** Follows a job to its end; resolves with what was last heard of it. */
export function toItsEnd(job: string, progress: (job: Job) => void): Promise<Job | undefined> {
  return new Promise(resolve => {
    let last: Job | undefined;
    follow(job, { item() {}, progress(now) { last = now; progress(now); }, end() { resolve(last); } });
  });
}
