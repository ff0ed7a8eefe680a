import { address, line, Problem, told } from "../shell/api.ts";
import { t } from "../shell/language.ts";
import type { Upload } from "../shell/types.ts";
import type { Found } from "./files.ts";
import { size } from "./size.ts";

export type UploadState = "waiting" | "running" | "done" | "failed";
/** `path` is how it is shown: with its folders, as far as it came in one. `made`: it is on the server, and in no job yet. */
export interface Sending { file: File; path: string; state: UploadState; sent: number; made?: Upload; why?: string }

const atOnce = 2;
/** Files of one job: so many that few jobs wait, and so few that little is lost to a tab that is closed, or to a job that can't be begun. */
const part = 300;

/** Sends files two at a time, tells how far each is, and hands them over in parts as they come. */
export class Uploads {
  readonly all: Sending[] = [];
  /** Why what was sent could not be handed over; it is kept, to be handed over again. */
  refusal: string | undefined;
  #running = 0;
  #handing = false;

  /** @param begin makes a job of what was sent; fails where the server refuses it. */
  constructor(private readonly limit: number, private readonly changed: () => void, private readonly begin: (made: Upload[]) => Promise<void>) {}

  get busy(): boolean { return this.#running > 0 || this.all.some(one => one.state === "waiting"); }
  get done(): number { return this.all.filter(one => one.state === "done" || one.state === "failed").length; }
  get failed(): Sending[] { return this.all.filter(one => one.state === "failed"); }
  /** What is on the server and in no job yet. */
  get held(): Sending[] { return this.all.filter(one => one.made); }

  add(files: readonly Found[]): void {
    for (const { file, path } of files) {
      this.all.push(file.size > this.limit ? { file, path, state: "failed", sent: 0, why: t("uploadTooLarge", { size: size(file.size), limit: size(this.limit) }) } : { file, path, state: "waiting", sent: 0 });
    }
    this.#next();
  }

  again(): void {
    for (const one of this.failed) if (one.file.size <= this.limit) { one.state = "waiting"; one.sent = 0; delete one.why; }
    this.#next();
  }

  #next(): void {
    while (this.#running < atOnce) {
      const one = this.all.find(sending => sending.state === "waiting");
      if (!one) break;
      one.state = "running";
      this.#running++;
      void send(one, this.changed).finally(() => { this.#running--; this.#next(); });
    }
    this.changed();
    // After a refusal no part is tried by itself until all is sent.
    if (!this.busy || !this.refusal && this.held.length >= part) void this.hand();
  }

  /** Makes jobs of what was sent: of whole parts, and of the rest once nothing more is on its way. */
  async hand(): Promise<void> {
    if (this.#handing) return;
    this.#handing = true;
    this.refusal = undefined;
    for (let held = this.held; held.length && !this.refusal; held = this.busy && this.held.length < part ? [] : this.held) await this.#hand(held.slice(0, part));
    this.#handing = false;
    this.changed();
  }

  async #hand(some: readonly Sending[]): Promise<void> {
    try {
      await this.begin(some.map(one => one.made!));
      for (const one of some) delete one.made;
    } catch (error) {
      const why = line(error) ?? String(error);
      // One of them is on the server no more, so that they must be sent again.
      if (error instanceof Problem && error.status === 404) for (const one of some) { delete one.made; one.state = "failed"; one.why = why; }
      else this.refusal = why;
    }
  }
}

/** XMLHttpRequest, since fetch doesn't tell how much was sent. */
function send(one: Sending, changed: () => void): Promise<void> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    const fail = (why: string) => { one.state = "failed"; one.why = why; resolve(); };
    request.open("POST", address("/uploads", { name: one.file.name }));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", event => { one.sent = event.loaded; changed(); });
    request.addEventListener("error", () => fail(t("uploadLost")));
    request.addEventListener("abort", () => fail(t("uploadLost")));
    request.addEventListener("load", () => {
      let body: Partial<Upload> & { detail?: string; title?: string; code?: string } = {};
      try { body = JSON.parse(request.responseText) as typeof body; } catch { /* its status says enough */ }
      if (request.status === 201 || request.status === 200) { one.state = "done"; one.sent = one.file.size; one.made = body as Upload; resolve(); }
      else fail(told(body.code, body.detail ?? body.title) ?? t("badAnswer", { status: request.status }));
    });
    request.send(one.file);
  });
}
