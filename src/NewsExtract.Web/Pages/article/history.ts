import { html, nothing, type TemplateResult } from "lit-html";
import { factType } from "../shell/labels.ts";
import { moment, t } from "../shell/language.ts";
import { Listing } from "../shell/listing.ts";
import { problemText } from "../review/log.ts";
import type { CorrectionItem } from "../shell/types.ts";

/** What people said of an article: who, when, and a way to take it back; what was rejected is found here alone. */
export class History {
  readonly #all: Listing<CorrectionItem>;

  constructor(changed: () => void) { this.#all = new Listing("/corrections", changed); }

  load(article: string): Promise<void> { return this.#all.ask({ article }); }

  /** Nothing where there is none, or it can't be had: the article is there all the same. */
  draw(undo: ((id: number) => void) | undefined): TemplateResult | typeof nothing {
    const { items, total } = this.#all;
    if (!items?.length) return nothing;
    return html`<details class="more"><summary><h3>${t("history", { n: total ?? items.length })}</h3></summary>${this.#all.draw(all => html`
      <ol class="plain history">${all.map(item => html`<li class=${item.undoneAt ? "taken-back" : ""}>
        <p><strong>${t(actions[item.action])}</strong>${item.type ? html` <span class="kind">${factType(item.type)}</span>` : nothing} <span class="evidence" lang="zh">${item.text}</span></p>
        <p class="meta"><span>${item.by}</span><time datetime=${item.at}>${moment(item.at)}</time>${item.why ? html`<span>${item.why}</span>` : nothing}${item.problem && !item.undoneAt ? html`<span class="mark low">${t("logProblem", { why: problemText(item.problem) })}</span>` : nothing}
          ${item.undoneAt ? html`<span>${t("takenBack", { name: item.undoneBy ?? "", when: moment(item.undoneAt) })}</span>` : undo ? html`<button class="quiet" @click=${() => undo(item.id)}>${t("undo")}</button>` : nothing}</p>
      </li>`)}</ol>`, "")}</details>`;
  }
}

const actions = { accept: "didAccept", reject: "didReject", edit: "didEdit", add: "didAdd" } as const;
