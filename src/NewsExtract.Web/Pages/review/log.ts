import { html, nothing, type TemplateResult } from "lit-html";
import { moment, t } from "../shell/language.ts";
import type { TextKey } from "../shell/texts.ts";
import type { CorrectionItem } from "../shell/types.ts";

const said: Record<string, TextKey> = { accept: "logAccepted", reject: "logRejected", edit: "logEdited", add: "logAdded" };

/** Why a correction has no effect (docs/diagnostics.md). */
export const problemText = (code: string): string => code === "NX3216" || code === "NX3217" ? t(`problem_${code}`) : code;

/** Who corrected what and when, the latest first. */
export function correctionLog(items: readonly CorrectionItem[], undo: ((id: number) => void) | undefined): TemplateResult {
  return html`<ol class="plain log">${items.map(item => html`<li class=${item.undoneBy ? "undone" : ""}>
    <p class="log-what"><strong>${said[item.action] ? t(said[item.action]!) : item.action}</strong> <a href="/article?id=${item.articleId}${item.target?.includes("/f") ? `&fact=${item.target.split("/").at(-1)}` : ""}">${item.text ? t("logText", { text: item.text }) : item.target ?? ""}</a></p>
    ${item.why ? html`<p class="evidence">${item.why}</p>` : nothing}
    <p class="meta"><span>${item.by}</span><time datetime=${item.at}>${moment(item.at)}</time>
      ${item.problem && !item.undoneBy ? html`<span class="mark low">${t("logProblem", { why: problemText(item.problem) })}</span>` : nothing}
      ${item.undoneBy ? html`<span>${t("logUndone", { by: item.undoneBy, when: item.undoneAt ? moment(item.undoneAt) : "" })}</span>`
        : undo ? html`<button class="quiet" @click=${() => undo(item.id)}>${t("undo")}</button>` : nothing}</p>
  </li>`)}</ol>`;
}
