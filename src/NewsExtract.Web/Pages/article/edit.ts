import { html, nothing, type TemplateResult } from "lit-html";
import { choice, modality, roleName } from "../shell/labels.ts";
import { t } from "../shell/language.ts";
import type { CorrectionRequest, FactType, RecordFact, Roles, RoleType, Span, Value } from "../shell/types.ts";

const modalities = ["planned", "expected", "negated"];

/** Corrects a fact's roles. Words that are selected in the text fill the field one was in, with their place. */
export class FactForm {
  #field: HTMLInputElement | undefined;
  readonly #at: Record<string, Span> = {};

  constructor(readonly fact: RecordFact, private readonly type: FactType | undefined, private readonly save: (request: Omit<CorrectionRequest, "target">) => Promise<void>, private readonly cancel: () => void) {}

  draw(): TemplateResult {
    const roles = this.type?.roles ?? Object.entries(this.fact.roles).map(([name, value]): RoleType => ({ name, kind: Array.isArray(value) ? "list" : typeof value === "number" ? "number" : "text", required: true }));
    return html`<form class="fact-form" @submit=${(event: SubmitEvent) => this.#submit(event)} @keydown=${(event: KeyboardEvent) => { if (event.key === "Escape") { event.preventDefault(); this.cancel(); } }}>
      ${roles.map(role => html`<label>${roleName(role.name)}${role.required ? html`<span aria-hidden="true"> *</span>` : nothing}${role.kind === "list" ? html` <span class="hint">${t("listHint")}</span>` : nothing}${this.#input(role)}</label>`)}
      <label>${t("modalityLabel")}<select name=".modality">
        <option value="" ?selected=${!this.fact.modality}>${t("asFact")}</option>
        ${modalities.map(m => html`<option value=${m} ?selected=${this.fact.modality === m}>${modality(m)}</option>`)}</select></label>
      <label class="whole">${t("why")}<input name=".why" maxlength="500"></label>
      <p class="hint whole">${t("editHint")}</p>
      <p class="buttons whole"><button class="primary">${t("save")}</button><button type="button" @click=${() => this.cancel()}>${t("cancel")}</button></p>
    </form>`;
  }

  /** Takes what was selected in the text for the field that one was in; false when there is none. */
  take(text: string, span: Span): boolean {
    if (!this.#field?.isConnected) return false;
    this.#field.value = text;
    this.#at[this.#field.name] = span;
    this.#field.focus();
    return true;
  }

  #input(role: RoleType): TemplateResult {
    const value = shown(this.fact.roles[role.name]);
    if (role.kind === "choice") return html`<select name=${role.name} ?required=${role.required}>
      ${role.required ? nothing : html`<option value="" ?selected=${!value}></option>`}
      ${(role.choices ?? []).map(one => html`<option value=${one} ?selected=${value === one}>${choice(one)}</option>`)}</select>`;
    return html`<input name=${role.name} ?required=${role.required} inputmode=${role.kind === "number" ? "decimal" : "text"} autocomplete="off" .value=${value}
      @focus=${(event: FocusEvent) => { this.#field = role.kind === "text" ? event.target as HTMLInputElement : undefined; }}
      @input=${() => { delete this.#at[role.name]; }}>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const roles: Roles = {};
    for (const [name, text] of given) {
      if (name.startsWith(".") || typeof text !== "string" || text.trim() === shown(this.fact.roles[name])) continue;
      roles[name] = parse(text.trim(), this.type?.roles.find(role => role.name === name)?.kind);
    }
    const at = Object.fromEntries(Object.entries(this.#at).filter(([role]) => roles[role] !== undefined));
    const meant = String(given.get(".modality") ?? "");
    const why = String(given.get(".why") ?? "").trim();
    await this.save({
      action: "edit", ...(Object.keys(roles).length ? { roles } : {}), ...(Object.keys(at).length ? { at } : {}),
      ...(meant !== (this.fact.modality ?? "") ? { modality: meant } : {}), ...(why ? { why } : {}),
    });
  }
}

const shown = (value: Value | undefined): string => value === undefined ? "" : Array.isArray(value) ? value.join("；") : String(value);

function parse(text: string, kind: RoleType["kind"] | undefined): Value {
  if (kind === "list") return text.split(/[;；]/).map(item => item.trim()).filter(Boolean);
  return kind === "number" && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
