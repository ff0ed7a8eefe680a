import { html, nothing, render } from "lit-html";
import { address, line } from "../shell/api.ts";
import { percent, t } from "../shell/language.ts";
import { loading } from "../shell/states.ts";
import type { DocumentItem } from "../shell/types.ts";
import type { PageBox } from "./boxes.ts";
import { Pdf, type Drawing } from "./pdf.ts";
import { reveal } from "./scrolling.ts";

export interface PageListener { point(facts: readonly string[]): void; choose(fact: string): void; laid(): void }

/** A printed page with boxes over it. Boxes count points from the lower left corner of the page as it is seen, so turned and cropped pages need no more than a scale. */
export class PageViewer {
  #drawing: Drawing | undefined;
  #number = 0;
  #zoom = 1;
  #turn = 0;
  #paints = 0;
  #busy = false;
  #failed = false;
  readonly #canvas = document.createElement("canvas");
  readonly #picture = document.createElement("img");
  readonly #sheet = document.createElement("div");
  readonly #scroll = document.createElement("div");

  constructor(private readonly host: HTMLElement, private readonly source: DocumentItem, private readonly boxes: readonly PageBox[], private readonly listener: PageListener) {
    this.#sheet.className = "sheet";
    this.#scroll.className = "page-scroll";
    this.#scroll.tabIndex = 0;
    this.#scroll.setAttribute("role", "region");
    this.#scroll.setAttribute("aria-label", t("pageView"));
    this.#canvas.setAttribute("role", "img");
    this.#scroll.append(this.#sheet);
    this.#sheet.append(source.view === "pdf" ? this.#canvas : this.#picture);
    this.#sheet.addEventListener("mousemove", event => listener.point(this.#factsAt(event)));
    this.#sheet.addEventListener("mouseleave", () => listener.point([]));
    this.#sheet.addEventListener("click", event => { const fact = this.#factsAt(event)[0]; if (fact) listener.choose(fact); });
  }

  get number(): number { return this.#number; }
  get count(): number { return this.source.pages.length; }

  async show(number: number): Promise<void> {
    if (number < 1 || number > this.count || number === this.#number && !this.#failed) return;
    this.#number = number;
    await this.#load();
  }

  /** Ends what is on its way: another viewer takes its place. */
  close(): void {
    this.#turn++;
    this.#paints++;
    this.#drawing?.cancel();
  }

  async zoom(factor: number | "fit"): Promise<void> {
    this.#zoom = factor === "fit" ? 1 : Math.min(6, Math.max(0.4, this.#zoom * factor));
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = this.#scroll;
    const x = (scrollLeft + clientWidth / 2) / scrollWidth, y = (scrollTop + clientHeight / 2) / scrollHeight;
    const painted = this.#paint();
    this.#scroll.scrollTo({ left: x * this.#scroll.scrollWidth - clientWidth / 2, top: y * this.#scroll.scrollHeight - clientHeight / 2 });
    await painted;
  }

  /** So near to begin with that small print can be read, on a phone or of a newspaper's page. */
  near(): void {
    const room = this.host.clientWidth, width = (this.source.pages[0]?.width ?? 0) * 0.95;
    if (room > 0 && width > room) this.#zoom = Math.min(3, width / room);
  }

  /** Brings a fact's first box on this page into view. */
  seek(fact: string): void {
    reveal(this.#sheet.querySelector(`[data-facts~="${fact}"]`), this.#scroll);
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    this.#failed = false;
    this.#bar();
    render(loading(), this.#notice());
    try {
      if (this.source.view === "pdf") {
        this.#drawing?.cancel();
        const drawing = await (await Pdf.open(address(`/documents/${this.source.sha256}/file`))).page(this.#number);
        if (turn !== this.#turn) return;
        this.#drawing = drawing;
      } else {
        this.#picture.alt = t("pageOf", { n: this.#number, count: this.count });
        this.#picture.src = address(`/documents/${this.source.sha256}/pages/${this.#number}/picture`);
        await this.#picture.decode();
        if (turn !== this.#turn) return;
      }
      await this.#paint();
    } catch (error) {
      if (turn !== this.#turn) return;
      Pdf.close();
      this.#failed = true;
      this.#busy = false;
      this.#bar();
      render(html`<div class="notice" role="alert"><p>${t("pageFailed", { why: reason(error) })}</p><p class="buttons"><button @click=${() => void this.#load()}>${t("retry")}</button></p></div>`, this.#notice());
    }
  }

  async #paint(): Promise<void> {
    const page = this.source.pages.find(p => p.number === this.#number);
    if (!page) return;
    const paint = ++this.#paints;
    this.#scroll.querySelector(".page-notice")?.remove();
    this.#busy = this.#drawing !== undefined;
    this.#bar();
    const width = Math.max(200, this.#scroll.clientWidth) * this.#zoom;
    const height = width * page.height / page.width;
    this.#sheet.style.width = `${width}px`;
    this.#sheet.style.height = `${height}px`;
    this.#canvas.setAttribute("aria-label", t("pageOf", { n: this.#number, count: this.count }));
    this.#overlay(page.width, page.height, width / page.width);
    // What is marked is seen at once: a page of many fonts takes its time.
    this.listener.laid();
    if (this.#drawing) {
      this.#drawing.cancel();
      const ratio = Math.min(window.devicePixelRatio || 1, 4096 / width);
      await this.#drawing.draw(this.#canvas, width / this.#drawing.width * ratio);
    }
    if (paint !== this.#paints) return;
    this.#sheet.dataset["page"] = String(this.#number);
    this.#busy = false;
    this.#bar();
  }

  #overlay(width: number, height: number, scale: number): void {
    this.#sheet.classList.toggle("small", scale < 0.9);
    for (const old of this.#sheet.querySelectorAll(".box")) old.remove();
    for (const { box, facts, arguments: filled, text, follows } of this.boxes) {
      const [number, left, bottom, right, top] = box;
      if (number !== this.#number || left > width || bottom > height) continue;
      const element = document.createElement("div");
      element.className = ["box", facts.length ? "evidence-box" : "", filled.length ? "argument-box" : "", follows ? "follows" : ""].filter(Boolean).join(" ");
      if (top - bottom > 2 * (right - left)) element.classList.add("upright");
      element.dataset["box"] = box.join();
      if (facts.length) element.dataset["facts"] = facts.join(" ");
      if (filled.length) element.dataset["arguments"] = filled.join(" ");
      element.dataset["text"] = text;
      element.style.left = `${left * scale}px`;
      element.style.top = `${(height - top) * scale}px`;
      element.style.width = `${(right - left) * scale}px`;
      element.style.height = `${(top - bottom) * scale}px`;
      this.#sheet.append(element);
    }
  }

  #factsAt(event: MouseEvent): string[] {
    const over = [...this.#sheet.querySelectorAll<HTMLElement>(".box")].filter(element => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    });
    const filled = over.flatMap(element => element.dataset["arguments"]?.split(" ").map(pair => pair.split(":")[0]!) ?? []);
    return [...new Set(filled.length ? filled : over.flatMap(element => element.dataset["facts"]?.split(" ") ?? []))];
  }

  #notice(): HTMLElement {
    const notice = this.#scroll.querySelector<HTMLElement>(".page-notice") ?? document.createElement("div");
    notice.className = "page-notice";
    this.#scroll.prepend(notice);
    return notice;
  }

  #bar(): void {
    const step = (by: number) => () => void this.show(this.#number + by);
    render(html`
      <div class="page-bar" role="toolbar" aria-label=${t("pageTools")}>
        ${this.count > 1 ? html`
          <button aria-label=${t("pagePrevious")} ?disabled=${this.#number <= 1} @click=${step(-1)}>‹</button>
          <span class="page-number" aria-live="polite">${t("pageOf", { n: this.#number, count: this.count })}</span>
          <button aria-label=${t("pageNext")} ?disabled=${this.#number >= this.count} @click=${step(1)}>›</button>` : nothing}
        ${!this.#busy ? nothing : html`<span class="page-drawing" role="status"><span class="spinner" aria-hidden="true"></span>${t("loading")}</span>`}
        <span class="page-zoom">
          <button aria-label=${t("zoomOut")} @click=${() => void this.zoom(0.8)}>−</button>
          <span>${percent(this.#zoom)}</span>
          <button aria-label=${t("zoomIn")} @click=${() => void this.zoom(1.25)}>+</button>
          <button @click=${() => void this.zoom("fit")} ?disabled=${this.#zoom === 1}>${t("fitWidth")}</button>
        </span>
      </div>${this.#scroll}`, this.host);
  }
}

/** pdf.js tells what it met by the name of its error. */
function reason(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  return name === "ResponseException" ? t("articleNoFile") : name === "PasswordException" ? t("pagePassword") : line(error) ?? "";
}
