import { html, nothing, type TemplateResult } from "lit-html";
import { day, moment, t } from "../shell/language.ts";
import type { Decision, DecisionMember } from "../shell/types.ts";

/** What people decided: who, when and why, with a way back. */
export function decisionList(decisions: readonly Decision[], undo: ((id: number) => void) | undefined): TemplateResult {
  return html`<ul class="plain decisions">${decisions.map(decision => html`<li class=${decision.undone ? "undone" : ""}>
    <p><strong>${t(decision.kind === "merge" ? "decisionMerge" : "decisionSplit")}</strong> ${names(decision.first)} <span aria-hidden="true">${decision.kind === "merge" ? "+" : "|"}</span> ${names(decision.second)}</p>
    ${decision.why ? html`<p class="evidence">${decision.why}</p>` : nothing}
    <p class="meta"><span>${decision.by}</span><time datetime=${decision.made}>${when(decision.made)}</time>
      ${decision.undone ? html`<span>${t("decisionUndone", { by: decision.undoneBy ?? "", when: when(decision.undone) })}</span>`
        : undo ? html`<button class="quiet" @click=${() => undo(decision.id)}>${t("undo")}</button>` : nothing}</p>
  </li>`)}</ul>`;
}

const when = (time: string): string => time.length > 10 ? moment(time) : day(time);

const names = (members: readonly DecisionMember[]): TemplateResult => html`${[...new Set(members.map(member => member.name))].slice(0, 5).map((name, i) => html`${i ? t("joiner") : ""}<span>${name}</span>`)}`;
