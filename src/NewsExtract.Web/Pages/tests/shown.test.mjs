import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

globalThis.location = { pathname: "/", search: "" };
Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });
const { isAnother, shownOf } = await load("shell/shown.ts");

test("A fact of a list and the same of a record are shown alike", () => {
  const [roles, spans, text] = [{ person: "李明", count: 3 }, [[3, 9]], "局长李明"];
  const shown = { type: "position", text, spans, roles, modality: "planned" };
  assert.deepEqual(shownOf({ id: "1/f2", type: "position", roles, spans, evidence: text, modality: "planned" }), shown);
  assert.deepEqual(shownOf({ id: "f2", type: "position", roles, roleSpans: {}, evidence: { text, spans }, modality: "planned" }), shown);
});

test("A fact that is said to be so has a modality too, so that one that was planned meanwhile is another", () => {
  assert.equal(shownOf({ type: "position", roles: {}, spans: [], evidence: "" }).modality, "stated");
});

test("Only a target that is gone or another makes the page look again", () => {
  assert.deepEqual(["NX3220", "NX3211", "NX3212", undefined].map(isAnother), [true, true, false, false]);
});
