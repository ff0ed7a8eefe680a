import { root } from "./api.ts";
import type { Job, JobItem } from "./types.ts";

export interface JobListener { item(item: JobItem): void; progress(job: Job): void; end(): void }

/** Follows a job; the browser resumes by itself after a break (Last-Event-ID). Returns how to stop. */
export function follow(job: string, listener: JobListener): () => void {
  const source = new EventSource(`${root}/jobs/${encodeURIComponent(job)}/events`);
  const read = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T;
  source.addEventListener("item", event => listener.item(read<JobItem>(event)));
  source.addEventListener("progress", event => listener.progress(read<Job>(event)));
  source.addEventListener("end", () => { source.close(); listener.end(); });
  return () => source.close();
}
