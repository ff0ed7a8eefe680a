import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

globalThis.location = { pathname: "/", search: "" };
Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });
const { getStanding } = await load("shell/api.ts");

/** Answers in turn, and what was preferred in each request. */
function answer(...all) {
  const preferred = [];
  globalThis.fetch = async (_, init) => {
    preferred.push(init.headers.Prefer);
    const [value, headers] = all.shift();
    return new Response(JSON.stringify(value), { headers });
  };
  return preferred;
}

test("An answer of a moment ago is shown, and then the one that holds", async () => {
  const preferred = answer([{ total: 4 }, { "X-As-Of": "2026-01-01T00:00:00Z" }], [{ total: 3 }, {}]);
  const shown = [];
  await getStanding("/summary", {}, undefined, found => shown.push(found.total));
  assert.deepEqual([shown, preferred], [[4, 3], [undefined, "wait=30"]]);
});

test("An answer that holds is asked for once", async () => {
  const preferred = answer([{ total: 4 }, {}]);
  const shown = [];
  await getStanding("/summary", {}, undefined, found => shown.push(found.total));
  assert.deepEqual([shown, preferred], [[4], [undefined]]);
});
