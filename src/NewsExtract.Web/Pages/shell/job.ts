import { html, type TemplateResult } from "lit-html";
import { saying } from "./api.ts";
import { t } from "./language.ts";
import { follow } from "./events.ts";
import type { Job } from "./types.ts";

/** How far a job is, as a bar with words. */
export function jobBar(job: Job | undefined, what: string): TemplateResult {
  const known = job !== undefined && job.total > 0;
  const words = known ? t("jobDone", { done: job.done, total: job.total }) : t(job?.state === "running" ? "jobState_running" : "jobWaits");
  return html`<div class="job-bar">
    <p><span>${what}</span> <span class="hint">${words}${job?.secondsLeft !== undefined && job.state === "running" ? ` · ${left(job.secondsLeft)}` : ""}</span></p>
    ${known ? html`<progress aria-label=${what} max=${job.total} .value=${job.done}></progress>` : html`<progress aria-label=${what}></progress>`}
  </div>`;
}

export const left = (seconds: number): string => seconds < 90 ? t("secondsLeft", { n: Math.max(1, Math.round(seconds)) }) : t("minutesLeft", { n: Math.round(seconds / 60) });

/** What a job is for, or why it failed. */
export function jobReason(message: string): string {
  const [, code, detail] = /^(NX\d{4}): ?(.*)$/s.exec(message) ?? [];
  if (code) return `${saying(code, detail)} ${code}`;
  const decision = /^decision (\d+)$/.exec(message)?.[1];
  if (decision) return t("jobFor_decision", { n: decision });
  return message === "corrections" ? t("jobFor_corrections") : message === "all" ? t("jobFor_all") : message === "failed" ? t("jobFor_failed") : message.startsWith("retry ") ? t("jobFor_retry") : message;
}

/** Follows a job to its end; resolves with what became of it, or with "lost" when the server was started again meanwhile. */
export function toItsEnd(job: string, progress: (job: Job) => void): Promise<Job | "lost"> {
  return new Promise(resolve => {
    follow(job, { item() {}, progress, end: resolve, lost() { resolve("lost"); } });
  });
}
