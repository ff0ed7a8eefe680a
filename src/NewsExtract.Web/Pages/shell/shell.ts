import "./style.css";
import { html, nothing, render } from "lit-html";
import { get, line, post, Problem, remove } from "./api.ts";
import { addKeys, listenToKeys, openDialog, showKeys } from "./keys.ts";
import { choose, language, t } from "./language.ts";
import { signer } from "./memory.ts";
import type { TextKey } from "./texts.ts";
import type { Session } from "./types.ts";

const bar: { page: TextKey; path: string; folder: string; key: string }[] = [
  { page: "search", path: "/", folder: "search", key: "s" },
  { page: "entities", path: "/entities", folder: "entities", key: "e" },
  { page: "numbers", path: "/numbers", folder: "numbers", key: "n" },
  { page: "review", path: "/review", folder: "review", key: "r" },
  { page: "ingest", path: "/ingest", folder: "ingest", key: "i" },
];
const links = bar.filter(link => PAGES.includes(link.folder));

let session: Session | undefined;
let redrawHeader = (): void => {};

/** Every page begins so: header, keys and footer; gives who is signed in. `under` is the entry of the navigation that the page belongs to. */
export async function start(title: TextKey, under: TextKey = title): Promise<Session | undefined> {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  name(t(title));
  document.getElementById("skip")!.textContent = t("skip");
  drawHeader(under);
  listenToKeys();
  addKeys(
    { key: "?", text: "keyHelp", run: showKeys, everywhere: true },
    { key: "/", text: "keySearch", run: focusSearch, everywhere: true },
    ...links.map(link => ({ key: `g ${link.key}`, text: "keyGo" as const, insert: { page: t(link.page) }, run: () => location.assign(link.path), everywhere: true })));
  try {
    session = await get<Session>("/session");
    drawHeader(under);
    drawFooter();
    return session;
  } catch (error) {
    drawFooter();
    say(line(error), "error");
    return undefined;
  }
}

/** The page's title, in the tab. */
export function name(title: string): void { document.title = `${title} · ${t("product")}`; }

/** Where a page draws itself. */
export const main = (): HTMLElement => document.getElementById("main")!;

function focusSearch(): void {
  const box = document.querySelector<HTMLInputElement>("input[type=search]");
  if (box) { box.focus(); box.select(); } else location.assign("/");
}

/** The server knows no name: it is open, or lets in by a token, which many know. */
const isUnnamed = (): boolean => session?.canWrite === true && session.name === undefined;

function drawHeader(under: TextKey): void {
  redrawHeader = () => drawHeader(under);
  render(html`
    <a class="brand" href="/"><img src="/icon.svg" alt="" width="32" height="32"><span>${t("product")}</span></a>
    <nav aria-label=${t("navigation")}><ul>${links.map(link => html`
      <li><a href=${link.path} aria-current=${link.page === under ? "page" : nothing}>${t(link.page)}</a></li>`)}</ul></nav>
    <div class="tools">
      ${isUnnamed() ? html`<button class="quiet" @click=${() => void askName()}>${signer.name ? t("signedBy", { name: signer.name }) : t("sign")}</button>` : nothing}
      ${session?.name ? html`<span class="who">${session.name}</span>` : nothing}
      ${session?.signedIn && session.auth !== "open" ? html`<button class="quiet" @click=${() => void signOut()}>${t("signOut")}</button>` : nothing}
      ${session && !session.signedIn && session.auth !== "open" ? html`<a href="/sign-in">${t("signIn")}</a>` : nothing}
      <button class="quiet" lang=${language === "zh" ? "en" : "zh-CN"} @click=${() => choose(language === "zh" ? "en" : "zh")}>${t("otherLanguage")}</button>
      <button class="quiet" aria-label=${t("keys")} title=${t("keys")} @click=${showKeys}>?</button>
    </div>`, document.getElementById("header")!);
}

function drawFooter(): void {
  render(html`<span>${t("productLong")}</span>${session ? html`<span>${t("version", { version: session.version })}</span>` : nothing}<a href="/openapi/v1.json">${t("api")}</a>`, document.getElementById("footer")!);
}

async function signOut(): Promise<void> {
  try { await remove("/session"); location.assign("/sign-in"); } catch (error) { say(line(error), "error"); }
}

/** Asks for the name that decisions carry where the server knows none. */
function askName(): Promise<void> {
  return new Promise(resolve => {
    const dialog = document.createElement("dialog");
    const keep = () => { signer.name = dialog.querySelector("input")!.value; };
    render(html`
      <form method="dialog" @submit=${keep}>
        <h2 id="sign-title">${t("sign")}</h2>
        <p>${t("signHint")}</p>
        <label>${t("yourName")}<input name="by" autocomplete="name" maxlength="80" .value=${signer.name ?? ""}></label>
        <p class="buttons"><button type="button" @click=${() => dialog.close()}>${t("cancel")}</button><button class="primary">${t("save")}</button></p>
      </form>`, dialog);
    dialog.addEventListener("close", () => { redrawHeader(); resolve(); });
    openDialog(dialog, "sign-title");
  });
}

let region: HTMLElement | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;

/** How long a write may take before one is told that it waits. */
const soon = 1500;

/** The name is asked for once: who gives none goes on without. */
let asked = false;

/** Sends what a person decided under their name, and says so where it waits: while all names are linked anew, the store takes nothing else. */
export async function send<T = void>(path: string, body: Record<string, unknown>): Promise<T> {
  if (isUnnamed() && !signer.name && !asked) { asked = true; await askName(); }
  let told = false;
  const waiting = setTimeout(() => { told = true; say(t("writeWaits"), "wait"); }, soon);
  try { return await post<T>(path, { ...body, ...(isUnnamed() && signer.name ? { by: signer.name } : {}) }); } finally {
    clearTimeout(waiting);
    if (told) say(undefined);
  }
}

/** Tells why something was not written; what the store may take later can be sent again as it was. */
export function refused(error: unknown, again: () => void): void {
  const later = error instanceof Problem && (error.status === 0 || error.status === 503);
  say(line(error), "error", later ? { text: t("retry"), run: again } : undefined);
}

/** One line at the foot of the window, read out by screen readers; with what can be done about it. */
export function say(text: string | undefined, kind: "done" | "error" | "wait" = "done", action?: { text: string; run(): void }): void {
  if (!region) {
    region = document.createElement("div");
    region.className = "say";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  clearTimeout(silence);
  render(text ? html`<p class=${kind}><span>${text}</span>${action ? html`<button @click=${() => { say(undefined); action.run(); }}>${action.text}</button>` : nothing}<button class="quiet" aria-label=${t("close")} @click=${() => say(undefined)}>×</button></p>` : nothing, region);
  if (text && kind === "done") silence = setTimeout(() => say(undefined), 10_000);
}
