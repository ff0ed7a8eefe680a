import uPlot from "uplot";
import { amount, day, language } from "../shell/language.ts";
import type { NumberPoint } from "../shell/types.ts";
import { ends, figureText, height, meaningOf, meanings, time, type Meaning } from "./points.ts";

type Drawn = { point: NumberPoint; x: number; y: number };

/** Steps of what is counted: there is no half project. */
const wholes = Array.from({ length: 16 }, (_, power) => [1, 2, 5].map(one => one * 10 ** power)).flat();

export interface ChartListener { open(point: NumberPoint): void; point(point: NumberPoint | undefined): void }

/** Figures over time. Each meaning has a colour and a shape; what lies between two values has a whisker; points of one scope are joined. */
export class Chart {
  #plot: uPlot | undefined;
  #points: Drawn[] = [];
  #lit: NumberPoint | undefined;
  #unit = "";
  #joined = false;
  readonly #label = document.createElement("div");

  constructor(private readonly host: HTMLElement, private readonly listener: ChartListener) {
    this.#label.className = "chart-label";
    this.#label.hidden = true;
    new ResizeObserver(() => { if (this.#plot && this.#plot.width !== this.#width()) this.#plot.setSize({ width: this.#width(), height: this.#height() }); }).observe(host);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
  }

  show(points: readonly NumberPoint[], unit: string, joined: boolean): void {
    this.#points = points.flatMap(point => { const x = time(point), y = height(point); return x === undefined || y === undefined ? [] : [{ point, x, y }]; }).sort((a, b) => a.x - b.x);
    this.#unit = unit;
    this.#joined = joined;
    this.#draw();
  }

  /** Marks a point, as when its row is pointed at. */
  light(point: NumberPoint | undefined): void {
    if (point === this.#lit) return;
    this.#lit = point;
    this.#plot?.redraw(false, false);
    this.#say();
  }

  #width(): number { return Math.max(240, this.host.clientWidth); }
  #height(): number { return this.#width() < 500 ? 260 : 360; }

  #draw(): void {
    this.#plot?.destroy();
    this.#plot = undefined;
    if (!this.#points.length) return;
    const ink = colour("--ink-2"), rule = colour("--rule");
    const axis = { stroke: ink, grid: { stroke: rule, width: 1 }, ticks: { stroke: rule, width: 1 }, font: `13px ${getComputedStyle(document.body).fontFamily}` };
    const used = meanings.filter(meaning => this.#points.some(({ point }) => meaningOf(point) === meaning));
    const xs = this.#points.map(({ x }) => x);
    const tops = this.#points.flatMap(({ point, y }) => [y, ...ends(point) ?? []]);
    this.#plot = new uPlot({
      width: this.#width(), height: this.#height(), tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      legend: { show: false }, cursor: { drag: { x: false, y: false }, points: { show: false }, x: false, y: false },
      scales: { x: { time: true, range: () => padded(xs[0]!, xs.at(-1)!, 86400 * 45) }, y: { range: () => fromZero(Math.min(...tops), Math.max(...tops)) } },
      axes: [{ ...axis, space: 70, size: 58, values: (_, ticks) => ticks.map((tick, i) => dated(tick, ticks[1] === undefined ? 0 : ticks[1] - ticks[0]!, ticks[i - 1])) },
        { ...axis, size: 72, ...(this.#points.every(({ y }) => Number.isInteger(y)) ? { incrs: wholes } : {}), values: (_, ticks) => ticks.map(amount) }],
      series: [{}, ...used.map((meaning): uPlot.Series => ({ stroke: colourOf(meaning), width: this.#joined ? 1.5 : 0, ...(meaning === "stated" ? {} : { dash: [6, 4] }), spanGaps: true, points: { show: false } }))],
      hooks: { draw: [plot => this.#symbols(plot)] },
    }, [xs, ...used.map(meaning => this.#points.map(({ point, y }) => meaningOf(point) === meaning ? y : null))], this.host);
    this.#plot.over.append(this.#label);
    this.#plot.over.addEventListener("mousemove", event => this.#pointAt(event));
    this.#plot.over.addEventListener("mouseleave", () => { this.light(undefined); this.listener.point(undefined); });
    this.#plot.over.addEventListener("click", event => { this.#pointAt(event); if (this.#lit) this.listener.open(this.#lit); });
  }

  #pointAt({ offsetX, offsetY, target }: MouseEvent): void {
    const plot = this.#plot;
    if (!plot || target !== plot.over) return;
    let best: Drawn | undefined, least = 24;
    for (const drawn of this.#points) {
      const distance = Math.hypot(plot.valToPos(drawn.x, "x") - offsetX, plot.valToPos(drawn.y, "y") - offsetY);
      if (distance < least) { least = distance; best = drawn; }
    }
    plot.over.classList.toggle("over-point", best !== undefined);
    this.light(best?.point);
    this.listener.point(best?.point);
  }

  #say(): void {
    const drawn = this.#points.find(({ point }) => point === this.#lit);
    this.#label.hidden = !drawn || !this.#plot;
    if (!drawn || !this.#plot) return;
    const left = this.#plot.valToPos(drawn.x, "x"), top = this.#plot.valToPos(drawn.y, "y");
    this.#label.textContent = [drawn.point.period ?? (drawn.point.date ? day(drawn.point.date) : ""), drawn.point.scope, figureText(drawn.point, this.#unit)].filter(Boolean).join(" · ");
    this.#label.classList.toggle("leftward", left > this.#plot.over.clientWidth / 2);
    this.#label.style.left = `${left}px`;
    this.#label.style.top = `${top}px`;
  }

  #symbols(plot: uPlot): void {
    const { ctx } = plot, one = uPlot.pxRatio;
    ctx.save();
    const zero = plot.valToPos(0, "y", true);
    if (zero < plot.bbox.top + plot.bbox.height - 1 && zero > plot.bbox.top) {
      ctx.lineWidth = one;
      ctx.strokeStyle = colour("--rule-strong");
      ctx.beginPath();
      ctx.moveTo(plot.bbox.left, zero);
      ctx.lineTo(plot.bbox.left + plot.bbox.width, zero);
      ctx.stroke();
    }
    ctx.lineWidth = 2 * one;
    const sheet = colour("--sheet");
    for (const { point, x, y } of this.#points) {
      const left = plot.valToPos(x, "x", true), top = plot.valToPos(y, "y", true), size = (point === this.#lit ? 7 : 4.5) * one;
      ctx.strokeStyle = ctx.fillStyle = colourOf(meaningOf(point));
      const between = ends(point);
      if (between) {
        ctx.beginPath();
        ctx.moveTo(left, plot.valToPos(between[0], "y", true));
        ctx.lineTo(left, plot.valToPos(between[1], "y", true));
        ctx.stroke();
      }
      ctx.beginPath();
      shape(ctx, meaningOf(point), left, top, size);
      if (meaningOf(point) !== "stated") ctx.fillStyle = sheet;
      ctx.fill();
      ctx.stroke();
    }
    ctx.restore();
  }
}

function shape(ctx: CanvasRenderingContext2D, meaning: Meaning, x: number, y: number, size: number): void {
  if (meaning === "stated") ctx.arc(x, y, size, 0, 2 * Math.PI);
  else if (meaning === "planned") ctx.rect(x - size, y - size, 2 * size, 2 * size);
  else { const down = meaning === "negated" ? -1 : 1; ctx.moveTo(x, y - size * 1.2 * down); ctx.lineTo(x + size * 1.2, y + size * down); ctx.lineTo(x - size * 1.2, y + size * down); ctx.closePath(); }
}

const colour = (property: string): string => getComputedStyle(document.documentElement).getPropertyValue(property).trim();
const colourOf = (meaning: Meaning): string => colour({ stated: "--accent", planned: "--PER", expected: "--ZONE", negated: "--ink-2" }[meaning]);

function padded(low: number, high: number, least: number): [number, number] {
  const room = Math.max((high - low) * 0.06, high === low ? least : 0);
  return [low - room, high + room];
}

/** Amounts are drawn from zero on, with room beyond the farthest. */
function fromZero(low: number, high: number): [number, number] {
  const room = (Math.max(high, 0) - Math.min(low, 0)) * 0.08;
  return [low < 0 ? low - room : 0, high > 0 ? high + room : low < 0 ? 0 : 1];
}

/** A tick's day as far as its step tells; the year stands below where it begins. */
function dated(tick: number, step: number, before: number | undefined): string {
  const date = new Date(tick * 1000);
  const year = date.getUTCFullYear(), month = date.getUTCMonth() + 1;
  if (step >= 86400 * 360) return String(year);
  const begins = before === undefined || new Date(before * 1000).getUTCFullYear() !== year;
  const day = step >= 86400 * 27 ? undefined : date.getUTCDate();
  const two = (part: number) => String(part).padStart(2, "0");
  const text = language === "zh" ? `${month}月${day === undefined ? "" : `${day}日`}` : day === undefined ? months.format(date) : `${two(month)}-${two(day)}`;
  return begins ? `${text}\n${language === "zh" ? `${year}年` : year}` : text;
}

const months = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
