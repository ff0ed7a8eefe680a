import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

globalThis.location = { pathname: "/", search: "" };
Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });

/** Takes whatever is sent, one after another. */
globalThis.XMLHttpRequest = class extends EventTarget {
  upload = new EventTarget();
  open() {}
  setRequestHeader() {}
  send(file) {
    setImmediate(() => {
      this.status = file.torn ? 400 : 201;
      this.responseText = JSON.stringify(file.torn ? { code: "NX4303", detail: "cut off" } : { sha256: file.name, name: file.name });
      this.dispatchEvent(new Event("load"));
    });
  }
};
const { Problem, Uploads } = await load("ingest/uploads.ts", "shell/api.ts");

const files = (count, first = 0) => Array.from({ length: count }, (_, i) => ({ file: { name: `${first + i}.txt`, size: 1 }, path: `${first + i}.txt`, inFolder: false }));
const until = async condition => { for (let i = 0; !condition(); i++) { assert.ok(i < 100_000, "never so"); await new Promise(resolve => setImmediate(resolve)); } };

/** Uploads of which each part is answered as told; a part is the names in it. */
function uploading(answer) {
  const parts = [];
  const uploads = new Uploads(10, () => {}, async made => { parts.push(made.map(one => one.sha256)); await answer(parts.length, uploads); });
  return { uploads, parts };
}

test("Files are handed over in parts while others are on their way, each once", async () => {
  const busy = [];
  const { uploads, parts } = uploading(async (_, all) => { busy.push(all.busy); });
  uploads.add(files(700));
  await until(() => !uploads.busy && !uploads.held.length);
  assert.deepEqual(parts.map(part => part.length), [300, 300, 100]);
  assert.equal(new Set(parts.flat()).size, 700);
  assert.deepEqual(busy, [true, true, false]);
});

test("What the server refuses to begin is kept, tried again once all is sent, and by hand after that", async () => {
  let closed = true;
  const { uploads, parts } = uploading(async () => { if (closed) throw new Error("too many jobs wait"); });
  uploads.add(files(700));
  await until(() => !uploads.busy && uploads.refusal !== undefined && parts.length === 2);
  assert.equal(uploads.held.length, 700);
  assert.equal(uploads.refusal, "too many jobs wait");
  closed = false;
  await uploads.hand();
  assert.equal(uploads.refusal, undefined);
  assert.equal(uploads.held.length, 0);
  assert.equal(new Set(parts.slice(2).flat()).size, 700);
});

test("What is on the server no more is sent again", async () => {
  let gone = true;
  const { uploads, parts } = uploading(async () => { if (gone) throw new Problem("one was not uploaded", 404); });
  uploads.add(files(3));
  await until(() => !uploads.busy && uploads.failed.length === 3);
  assert.deepEqual(uploads.failed.map(one => one.why), Array(3).fill("one was not uploaded"));
  gone = false;
  uploads.again();
  await until(() => !uploads.busy && !uploads.held.length);
  assert.deepEqual(parts.at(-1), ["0.txt", "1.txt", "2.txt"]);
});

test("One that fails keeps none of the others back, nor does one that is too large", async () => {
  const { uploads, parts } = uploading(async () => {});
  uploads.add([{ file: { name: "torn.pdf", size: 1, torn: true }, path: "torn.pdf" }, { file: { name: "huge.pdf", size: 11 }, path: "huge.pdf" }, ...files(2)]);
  await until(() => !uploads.busy && !uploads.held.length);
  assert.deepEqual(parts, [["0.txt", "1.txt"]]);
  assert.deepEqual(uploads.failed.map(one => one.path), ["torn.pdf", "huge.pdf"]);
});
