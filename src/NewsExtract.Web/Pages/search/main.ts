import { html, render } from "lit-html";
import { t } from "../shell/language.ts";
import { main, start } from "../shell/shell.ts";

render(html`<h1>${t("searchTitle")}</h1>`, main());
await start("search");
