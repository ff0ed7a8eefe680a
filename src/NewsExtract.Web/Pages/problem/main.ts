import { html, render, type TemplateResult } from "lit-html";
import { saying } from "../shell/api.ts";
import { t } from "../shell/language.ts";
import { main, start } from "../shell/shell.ts";

/** The server sends this page instead of another, with what went wrong in it (Hosting/ProblemPage.cs). */
const told = document.getElementById("problem");
const code = told?.dataset["code"] ?? "NX4004", detail = told?.textContent ?? "";
/** What a sign-in mends. */
const signIn = ["NX4202", "NX4204", "NX4205"].includes(code);
const title = code === "NX4004" ? "noPage" : code === "NX4204" ? "signInFailed" : "problem";

const ways = (): TemplateResult => html`<p class="buttons">
  ${signIn ? html`<a class="button primary" href=${location.pathname === "/sign-in" ? location.pathname + location.search : "/sign-in"}>${t(code === "NX4202" ? "signIn" : "signInAgain")}</a>` : ""}
  ${signIn ? "" : html`<a class="button primary" href="/">${t("toSearch")}</a>`}</p>`;

await start(title, "search");
main().replaceChildren();
render(html`<section class="problem"><h1>${t(title)}</h1>
  <p>${code === "NX4004" ? t("noPageHint") : saying(code, detail)} <span class="code">${code}</span></p>
  ${ways()}</section>`, main());
