import { address, told } from "../shell/api.ts";
import { t } from "../shell/language.ts";
import type { Upload } from "../shell/types.ts";
import type { Found } from "./files.ts";
import { size } from "./size.ts";

export type UploadState = "waiting" | "running" | "done" | "failed";
/** `path` is how it is shown: with its folders, as far as it came in one. */
export interface Sending { file: File; path: string; state: UploadState; sent: number; made?: Upload; why?: string }

const atOnce = 2;

/** Sends files two at a time and tells how far each is. */
export class Uploads {
  readonly all: Sending[] = [];
  #running = 0;

  constructor(private readonly limit: number, private readonly changed: () => void, private readonly ended: (made: Upload[]) => void) {}

  get busy(): boolean { return this.#running > 0 || this.all.some(one => one.state === "waiting"); }
  get done(): number { return this.all.filter(one => one.state === "done" || one.state === "failed").length; }
  get failed(): Sending[] { return this.all.filter(one => one.state === "failed"); }

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
    if (!this.busy) this.#hand();
  }

  /** What was sent since the last time becomes a job. */
  #hand(): void {
    const made = this.all.filter(one => one.state === "done" && one.made).map(one => one.made!);
    for (const one of this.all) delete one.made;
    if (made.length) this.ended(made);
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
