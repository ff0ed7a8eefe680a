import { html, render } from "lit-html";
import { t, type Insert } from "./language.ts";
import type { TextKey } from "./texts.ts";
import { recall, remember } from "./memory.ts";

/** A key (as `KeyboardEvent.key`, or two in a row: "g s") and what it does. Keys that do nothing while one types. */
export interface Key { key: string; text: TextKey; insert?: Insert; run(event: KeyboardEvent): void; everywhere?: boolean }

const known: Key[] = [];
let before = "";

/** Adds a page's keys; they stand in the help (?). */
export function addKeys(...keys: Key[]): void { known.push(...keys); }

export const keysAreOn = (): boolean => recall("keys") !== "off";

export function listenToKeys(): void {
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !keysAreOn()) return;
    if (document.querySelector("dialog[open]") || isTyping(event.target)) { before = ""; return; }
    const pair = `${before} ${event.key}`;
    const key = known.find(k => k.key === pair) ?? known.find(k => k.key === event.key);
    before = event.key;
    if (!key) return;
    before = "";
    event.preventDefault();
    key.run(event);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    || target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "file"].includes(target.type));
}

export function showKeys(): void {
  const dialog = document.createElement("dialog");
  const list = (keys: Key[]) => html`<dl class="keys">${keys.map(k => html`<div><dt>${k.key.split(" ").map(one => html`<kbd>${names[one] ?? one}</kbd> `)}</dt><dd>${t(k.text, k.insert)}</dd></div>`)}</dl>`;
  const here = known.filter(k => !k.everywhere);
  render(html`
    <form method="dialog">
      <h2 id="keys-title">${t("keys")}</h2>
      ${here.length ? html`<h3>${t("keysHere")}</h3>${list(here)}` : ""}
      <h3>${t("keysEverywhere")}</h3>${list(known.filter(k => k.everywhere))}
      <label class="check"><input type="checkbox" .checked=${keysAreOn()} @change=${(e: Event) => remember("keys", (e.target as HTMLInputElement).checked ? "on" : "off")}>${t("keysOn")}</label>
      <p class="buttons"><button class="primary">${t("close")}</button></p>
    </form>`, dialog);
  openDialog(dialog, "keys-title");
}

const names: Record<string, string> = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Enter: "↵", Escape: "Esc", " ": "␣" };

/** Shows a dialog and takes it away again once it is closed. */
export function openDialog(dialog: HTMLDialogElement, titledBy: string): void {
  dialog.setAttribute("aria-labelledby", titledBy);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
}
