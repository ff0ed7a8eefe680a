import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

globalThis.location = { pathname: "/", search: "" };
Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });
const { History } = await load("article/history.ts");

/** All that a template holds, as text; what presses of its button do stands in `press`. */
function look(template, seen = { text: "", press: undefined }) {
  if (Array.isArray(template)) for (const one of template) look(one, seen);
  else if (template?.strings) {
    if (template.strings[0].includes("load-more")) [seen.press] = template.values;
    for (const value of template.values) look(value, seen);
  } else if (typeof template === "string") seen.text += `${template}\n`;
  return seen;
}

test("What people said of an article has its true number, and comes part by part to its end", async () => {
  const asked = [];
  globalThis.fetch = async address => {
    const after = Number(new URLSearchParams(address.split("?")[1]).get("after") ?? 0);
    asked.push(address);
    const items = Array.from({ length: Math.min(50, 120 - after) }, (_, i) => ({ id: after + i, action: "accept", text: `words ${after + i}.`, by: "reader", at: "2026-01-01" }));
    return new Response(JSON.stringify({ items, ...(after ? {} : { total: 120 }), ...(after + 50 < 120 ? { next: String(after + 50) } : {}) }));
  };
  const history = new History(() => {});
  await history.load("7");
  let seen = look(history.draw(undefined));
  assert.match(seen.text, /更正记录（120）/);
  assert.ok(seen.text.includes("words 49.") && !seen.text.includes("words 50."));
  for (const last of [99, 119]) {
    seen.press();
    await new Promise(resolve => setTimeout(resolve));
    seen = look(history.draw(undefined));
    assert.ok(seen.text.includes(`words ${last}.`));
  }
  assert.equal(seen.press, undefined);
  assert.match(seen.text, /更正记录（120）/);
  assert.ok(asked.every(address => address.includes("article=7")));
});
