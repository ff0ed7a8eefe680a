import { html, type TemplateResult } from "lit-html";
import { modality } from "../shell/labels.ts";
import { percent, t } from "../shell/language.ts";
import type { Of, Question } from "./question.ts";

const surely = ["0.6", "0.8", "0.9", "0.95"];
const modalities = ["planned", "expected", "negated"];

/** Conditions that have no counts: days, how sure, how it is meant, reprints once. */
export function moreConditions(question: Question, change: (changes: Partial<Question>) => void): TemplateResult {
  const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value.trim();
  const day = (event: Event, name: "from" | "to") => { const input = event.target as HTMLInputElement; if (input.reportValidity()) change({ [name]: value(event) }); };
  return html`<fieldset class="facet more-conditions"><legend>${t("moreConditions")}</legend><div>
    <label>${t("from")}<input inputmode="numeric" placeholder="2023-05" pattern=${"\\d{4}(-\\d{2}(-\\d{2})?)?"} title=${t("dateHint")} .value=${question.from} @change=${(event: Event) => day(event, "from")}></label>
    <label>${t("to")}<input inputmode="numeric" placeholder="2023-12-31" pattern=${"\\d{4}(-\\d{2}(-\\d{2})?)?"} title=${t("dateHint")} .value=${question.to} @change=${(event: Event) => day(event, "to")}></label>
    ${ofFacts(question.of, question, value, change)}
    <label class="check"><input type="checkbox" .checked=${question.once} @change=${() => change({ once: !question.once })}>${t("once")}</label>
  </div></fieldset>`;
}

const ofFacts = (of: Of, question: Question, value: (event: Event) => string, change: (changes: Partial<Question>) => void): TemplateResult | string => of === "articles" ? "" : html`
  <label>${t("sureness")}<select @change=${(event: Event) => change({ minConfidence: value(event) })}>
    <option value="" ?selected=${!question.minConfidence}>${t("any")}</option>
    ${surely.map(share => html`<option value=${share} ?selected=${question.minConfidence === share}>${t("atLeast", { share: percent(Number(share)) })}</option>`)}</select></label>
  <label>${t("modalityLabel")}<select @change=${(event: Event) => change({ modality: value(event) })}>
    <option value="" ?selected=${!question.modality}>${t("any")}</option>
    ${modalities.map(one => html`<option value=${one} ?selected=${question.modality === one}>${modality(one)}</option>`)}</select></label>`;
