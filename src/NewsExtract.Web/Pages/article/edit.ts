import { html, nothing, type TemplateResult } from "lit-html";
import { choice, factType, modality, roleName } from "../shell/labels.ts";
import { t } from "../shell/language.ts";
import type { CorrectionRequest, FactType, RecordFact, Roles, RoleType, Span, Value } from "../shell/types.ts";

const modalities = ["planned", "expected", "negated"];

export type FactRequest = Omit<CorrectionRequest, "target">;
/** `selects`: words can be selected in a text beside the form. */
export interface FormActions { save(request: FactRequest): Promise<void>; cancel(): void; redraw(): void; selects: boolean }

/** Corrects a fact's roles, or adds a fact. Words that are selected in the text fill the field one was in, with their place. */
export class FactForm {
  #field: HTMLInputElement | undefined;
  #at: Record<string, Span> = {};
  #type: FactType | undefined;

  /** @param fact what is corrected; undefined adds one. */
  constructor(readonly fact: RecordFact | undefined, private readonly types: readonly FactType[], private readonly actions: FormActions) {
    this.#type = fact ? types.find(type => type.name === fact.type) : types[0];
  }

  draw(): TemplateResult {
    return html`<form class="fact-form" @submit=${(event: SubmitEvent) => void this.#submit(event)} @keydown=${(event: KeyboardEvent) => { if (event.key === "Escape") { event.preventDefault(); this.actions.cancel(); } }}>
      ${this.fact ? nothing : this.#begin()}
      ${this.#roles().map(role => html`<label>${roleName(role.name)}${role.required ? html`<span aria-hidden="true"> *</span>` : nothing}${role.kind === "list" ? html` <span class="hint">${t("listHint")}</span>` : nothing}${this.#input(role)}</label>`)}
      <label>${t("modalityLabel")}<select name=".modality">
        <option value="" ?selected=${!this.fact?.modality}>${t("asFact")}</option>
        ${modalities.map(m => html`<option value=${m} ?selected=${this.fact?.modality === m}>${modality(m)}</option>`)}</select></label>
      <label class="whole">${t("why")}<input name=".why" maxlength="500" autocomplete="off"></label>
      <p class="hint whole">${t("editHint")}${this.actions.selects ? ` ${t("editSelect")}` : ""}</p>
      <p class="buttons whole"><button class="primary">${t("save")}</button><button type="button" @click=${() => this.actions.cancel()}>${t("cancel")}</button></p>
    </form>`;
  }

  /** Takes what was selected in the text for the field that one was in; false when there is none. */
  take(text: string, span: Span): boolean {
    if (!this.#field?.isConnected) return false;
    this.#field.value = text;
    this.#at[placeOf(this.#field.name)] = span;
    this.#field.focus();
    return true;
  }

  /** What a new fact is of, and the words that say so. */
  #begin(): TemplateResult {
    const change = (event: Event) => {
      this.#type = this.types.find(type => type.name === (event.target as HTMLSelectElement).value);
      this.#at = this.#at["text"] ? { text: this.#at["text"] } : {};
      this.actions.redraw();
    };
    return html`
      <label class="whole">${t("factTypeLabel")}<select name=".type" @change=${change}>${this.types.map(type => html`<option value=${type.name} ?selected=${type === this.#type}>${factType(type.name)}</option>`)}</select></label>
      <label class="whole">${t("evidence")} * <span class="hint">${t("addHint")}</span><input name=".text" required autocomplete="off" @focus=${this.#enter} @input=${() => { delete this.#at["text"]; }}></label>`;
  }

  #roles(): RoleType[] {
    return this.#type?.roles ?? Object.entries(this.fact?.roles ?? {}).map(([name, value]): RoleType => ({ name, kind: Array.isArray(value) ? "list" : typeof value === "number" ? "number" : "text", required: true }));
  }

  #input(role: RoleType): TemplateResult {
    const value = shown(this.fact?.roles[role.name]);
    if (role.kind === "choice") return html`<select name=${role.name} ?required=${role.required}>
      ${role.required ? nothing : html`<option value="" ?selected=${!value}></option>`}
      ${(role.choices ?? []).map(one => html`<option value=${one} ?selected=${value === one}>${choice(one)}</option>`)}</select>`;
    return html`<input name=${role.name} ?required=${role.required} inputmode=${role.kind === "number" ? "decimal" : "text"} autocomplete="off" .value=${value}
      @focus=${role.kind === "text" ? this.#enter : this.#leave} @input=${() => { delete this.#at[role.name]; }}>`;
  }

  readonly #enter = (event: FocusEvent): void => { this.#field = event.target as HTMLInputElement; };
  readonly #leave = (): void => { this.#field = undefined; };

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(given.get(name) ?? "").trim();
    const roles: Roles = {};
    for (const { name, kind } of this.#roles()) {
      const value = text(name);
      if (value !== shown(this.fact?.roles[name])) roles[name] = parse(value, kind);
    }
    const at = Object.fromEntries(Object.entries(this.#at).filter(([name]) => name === "text" ? !this.fact : roles[name] !== undefined));
    const meant = text(".modality");
    await this.actions.save({
      ...(this.fact ? { action: "edit" } : { action: "add", type: this.#type!.name, text: text(".text") }),
      ...(Object.keys(roles).length ? { roles } : {}), ...(Object.keys(at).length ? { at } : {}),
      ...(meant !== (this.fact?.modality ?? "") ? { modality: meant || "stated" } : {}), ...(text(".why") ? { why: text(".why") } : {}),
    });
  }
}

const placeOf = (field: string): string => field === ".text" ? "text" : field;

const shown = (value: Value | undefined): string => value === undefined ? "" : Array.isArray(value) ? value.join("；") : String(value);

function parse(text: string, kind: RoleType["kind"]): Value {
  if (kind === "list" && text) return text.split(/[;；]/).map(item => item.trim()).filter(Boolean);
  return kind === "number" && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
