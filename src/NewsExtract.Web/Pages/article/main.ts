import { html, render } from "lit-html";
import { t } from "../shell/language.ts";
import { main, start } from "../shell/shell.ts";

render(html`<h1>${t("articleFacts")}</h1>`, main());
await start("article", "search");
