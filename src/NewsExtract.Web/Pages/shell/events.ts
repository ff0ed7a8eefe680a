import { address, get, Problem } from "./api.ts";
import type { Job, JobItem } from "./types.ts";

export interface JobListener {
  item(item: JobItem): void;
  progress(job: Job): void;
  end(job: Job): void;
  /** The server was started again and knows the job no more. */
  lost(): void;
}

export const isLive = (job: Job): boolean => job.state === "queued" || job.state === "running";

/** How long to wait before a stream is opened again that the browser gave up. */
const pause = 2000;

/**
 * Follows a job. The browser resumes by itself after a break (Last-Event-ID), but tells only that something went wrong: what, the job itself says.
 * Returns how to stop.
 * @param after the last event that is known already; all are told unless given.
 */
export function follow(job: string, listener: JobListener, after?: number): () => void {
  const path = `/jobs/${encodeURIComponent(job)}`;
  let source: EventSource | undefined, stopped = false, asking = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const read = <T>(event: Event): T => {
    const { data, lastEventId } = event as MessageEvent<string>;
    if (lastEventId) after = Number(lastEventId);
    return JSON.parse(data) as T;
  };
  const stop = (): void => { stopped = true; clearTimeout(waiting); source?.close(); };
  const over = (tell: () => void): void => { if (!stopped) { stop(); tell(); } };

  function open(): void {
    source = new EventSource(address(`${path}/events`, { after }));
    source.addEventListener("item", event => listener.item(read<JobItem>(event)));
    source.addEventListener("progress", event => listener.progress(read<Job>(event)));
    source.addEventListener("end", event => over(() => listener.end(read<Job>(event))));
    source.addEventListener("error", () => void look());
  }

  async function look(): Promise<void> {
    if (asking || stopped) return;
    asking = true;
    try {
      const now = await get<Job>(path);
      if (!isLive(now)) { over(() => listener.end(now)); return; }
    } catch (error) {
      if (error instanceof Problem && error.status === 404) { over(listener.lost); return; }
      if (error instanceof Problem && error.status === 401) { stop(); return; }
    } finally { asking = false; }
    // One that the browser gave up is opened again; else it tries by itself, and comes back here if it can't.
    if (!stopped && source?.readyState === EventSource.CLOSED) waiting = setTimeout(open, pause);
  }

  open();
  return stop;
}
