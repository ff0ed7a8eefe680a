import { html, type TemplateResult } from "lit-html";
import { t } from "./language.ts";

/** @param what is waited for, where that takes longer. */
export const loading = (what = t("loading")): TemplateResult => html`<p class="state loading" role="status"><span class="spinner" aria-hidden="true"></span>${what}</p>`;

export const failed = (why: string, again: () => void): TemplateResult =>
  html`<div class="state error" role="alert"><p>${t("failed", { why })}</p><button @click=${again}>${t("retry")}</button></div>`;

export const empty = (text: string, hint?: string): TemplateResult => html`<div class="state empty"><p>${text}</p>${hint ? html`<p class="hint">${hint}</p>` : ""}</div>`;
