import { html, nothing, type TemplateResult } from "lit-html";
import { get } from "../shell/api.ts";
import { factType } from "../shell/labels.ts";
import { moment, t } from "../shell/language.ts";
import { problemText } from "../review/log.ts";
import type { CorrectionItem, Page } from "../shell/types.ts";

const most = 200;

/** What people said of an article: who, when, and a way to take it back; what was rejected is found here alone. */
export class History {
  #items: CorrectionItem[] = [];

  async load(article: string): Promise<void> {
    this.#items = (await get<Page<CorrectionItem>>("/corrections", { article, limit: most })).items;
  }

  draw(undo: ((id: number) => void) | undefined): TemplateResult | typeof nothing {
    if (!this.#items.length) return nothing;
    return html`<details class="more"><summary><h3>${t("history", { n: this.#items.length })}</h3></summary>
      <ol class="plain history">${this.#items.map(item => html`<li class=${item.undoneAt ? "taken-back" : ""}>
        <p><strong>${t(actions[item.action])}</strong>${item.type ? html` <span class="kind">${factType(item.type)}</span>` : nothing} <span class="evidence" lang="zh">${item.text}</span></p>
        <p class="meta"><span>${item.by}</span><time datetime=${item.at}>${moment(item.at)}</time>${item.why ? html`<span>${item.why}</span>` : nothing}${item.problem && !item.undoneAt ? html`<span class="mark low">${t("logProblem", { why: problemText(item.problem) })}</span>` : nothing}
          ${item.undoneAt ? html`<span>${t("takenBack", { name: item.undoneBy ?? "", when: moment(item.undoneAt) })}</span>` : undo ? html`<button class="quiet" @click=${() => undo(item.id)}>${t("undo")}</button>` : nothing}</p>
      </li>`)}</ol></details>`;
  }
}

const actions = { accept: "didAccept", reject: "didReject", edit: "didEdit", add: "didAdd" } as const;
