import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { load } from "./load.mjs";

globalThis.location = { pathname: "/", search: "" };
Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });
const { codeTexts } = await load("shell/texts/codes.ts");
const { problem, told } = await load("shell/api.ts");
const { dictionary } = await load("shell/texts.ts");
const docs = await readFile(path.join(new URL(import.meta.url).pathname, "../../../../../docs/diagnostics.md"), "utf8");
const documented = [...docs.matchAll(/^\| (NX\d{4}) \| ([^|]*) \|/gm)].map(([, code, status]) => ({ code, status: status.trim() }));

test("Every code that the server answers with has a sentence in Chinese", () => {
  // A dash for a status: the server does not start, so that no page meets it. The others are told by commands alone.
  const ofCommands = ["NX3007", "NX3202", "NX3214", "NX3218", "NX3219"];
  const met = documented.filter(({ code, status }) => /^NX(3|4[0-4])/.test(code) && status !== "–" && !ofCommands.includes(code)).map(({ code }) => code);
  assert.ok(met.length >= 35, `only ${met.length} codes found in docs/diagnostics.md`);
  assert.deepEqual(met.filter(code => !codeTexts[code] && !dictionary[`problem_${code}`]), []);
});

test("Every code with a sentence is documented", () => {
  const known = new Set(documented.map(({ code }) => code));
  assert.deepEqual(Object.keys(codeTexts).filter(code => !known.has(code)), []);
});

test("A problem is told in Chinese with its code; one without a sentence as the server tells it", async () => {
  const answer = (status, body) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/problem+json" } });
  assert.equal((await problem(answer(415, { code: "NX4302", detail: "this is no kind of file that is read" }))).message, "不读这种文件；请上传 PDF、文本、网页、Word（.docx）、OFD、JPEG、PNG 或 TIFF。（NX4302）");
  assert.equal((await problem(answer(400, { code: "NX9999", detail: "something new" }))).message, "something new（NX9999）");
  assert.equal(told("NX3212", "“李明明” stands nowhere in the article"), "所填的值或依据在文中找不到，请照原文填写。（“李明明” stands nowhere in the article）（NX3212）");
});
