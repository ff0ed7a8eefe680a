import { html, render, type TemplateResult } from "lit-html";
import { addKeys } from "../shell/keys.ts";
import { entityType, linkedTypes } from "../shell/labels.ts";
import { day, t } from "../shell/language.ts";
import { Listing } from "../shell/listing.ts";
import { main, start } from "../shell/shell.ts";
import type { EntityItem } from "../shell/types.ts";
import "./entities.css";

const found = new Listing<EntityItem>("/entities", draw, 60);
const question = () => new URLSearchParams(location.search);
let waiting: ReturnType<typeof setTimeout> | undefined;

function change(changes: Record<string, string>, replace = false): void {
  const words = question();
  for (const [key, value] of Object.entries(changes)) if (value) words.set(key, value); else words.delete(key);
  const text = words.toString();
  history[replace ? "replaceState" : "pushState"](null, "", text ? `?${text}` : location.pathname);
  void found.ask(query());
}

const query = () => ({ q: question().get("q") ?? "", type: question().get("type") ?? "" });

function draw(): void {
  const type = question().get("type") ?? "";
  const pick = (name: string, label: string) => html`<button class=${name ? `type-${name}` : ""} aria-pressed=${type === name ? "true" : "false"} @click=${() => change({ type: name })}>${name ? html`<span class="type-dot" aria-hidden="true"></span>` : ""}${label}</button>`;
  render(html`
    <h1>${t("entitiesHeading")}</h1>
    <p class="hint">${t("entitiesIntro")}</p>
    <form class="search" role="search" @submit=${(event: SubmitEvent) => { event.preventDefault(); clearTimeout(waiting); change({ q: box().value.trim() }); }}>
      <label class="unseen" for="q">${t("findEntity")}</label>
      <input id="q" type="search" placeholder=${t("findEntityHint")} .value=${query().q} autocomplete="off" enterkeyhint="search" maxlength="200" @input=${asTyped}>
      <button class="primary">${t("search")}</button>
    </form>
    <div class="chooser" role="group" aria-label=${t("typesOfEntities")}>${pick("", t("everyType"))}${linkedTypes.map(name => pick(name, entityType(name)))}</div>
    <section aria-labelledby="count">
      <h2 id="count" class="results-count" aria-live="polite">${found.total === undefined ? t("entities") : t("countEntities", { n: found.total })}</h2>
      ${found.draw(items => html`<ul class="plain entity-list">${items.map(row)}</ul>`, query().q || query().type ? t("noEntities") : t("noEntitiesYet"), query().q || query().type ? t("noEntitiesHint") : undefined)}
    </section>`, main());
}

const box = (): HTMLInputElement => document.querySelector<HTMLInputElement>("#q")!;

/** Asks while one types, once the hand rests. */
function asTyped(event: Event): void {
  if ((event as InputEvent).isComposing) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => { if (box().value.trim() !== query().q) change({ q: box().value.trim() }, true); }, 300);
}

const row = (entity: EntityItem): TemplateResult => html`<li class="type-${entity.type}">
  <a href="/entity?id=${entity.id}"><span class="type-dot" aria-hidden="true"></span>${entity.name}</a>
  <span class="hint">${entityType(entity.type)}</span>
  <span class="hint">${t("countNamed", { n: entity.members })}</span>
  <span class="hint entity-time">${entity.first ? entity.first === entity.last ? day(entity.first) : `${day(entity.first)} – ${day(entity.last ?? entity.first)}` : ""}</span>
</li>`;

function step(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>(".entity-list a")];
  links[Math.min(links.length - 1, Math.max(0, links.indexOf(document.activeElement as HTMLElement) + by))]?.focus();
}

addKeys({ key: "j", text: "keyNextEntity", run: () => step(1) }, { key: "k", text: "keyPreviousEntity", run: () => step(-1) });
addEventListener("popstate", () => void found.ask(query()));
await start("entities");
await found.ask(query());
