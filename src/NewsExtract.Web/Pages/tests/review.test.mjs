import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

globalThis.location = { pathname: "/", search: "" };
Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });
const { Queue } = await load("review/queue.ts");

const contradiction = (id, other) => ({ fact: { id }, other: { id: other }, reason: "contradiction", gain: 1 });
const unsure = id => ({ fact: { id }, reason: "low-confidence", gain: 1 });

async function queueOf(...items) {
  globalThis.fetch = async () => new Response(JSON.stringify({ items, total: items.length }));
  const queue = new Queue("");
  await queue.fill();
  return queue;
}

test("Rejecting or editing the other fact of a contradiction takes the contradiction out", async () => {
  for (const action of ["reject", "edit"]) {
    const queue = await queueOf(contradiction("1/f1", "2/f1"), contradiction("3/f1", "2/f1"), unsure("4/f1"));
    const gone = queue.judge("2/f1", action);
    assert.deepEqual(gone.map(item => item.fact.id), ["1/f1", "3/f1"]);
    assert.equal(queue.item.fact.id, "4/f1");
    assert.equal(queue.total, 1);
  }
});

test("Accepting the other fact leaves the contradiction, and says that the other is accepted", async () => {
  const queue = await queueOf(contradiction("1/f1", "2/f1"), unsure("2/f1"));
  const gone = queue.judge("2/f1", "accept");
  assert.deepEqual(gone.map(item => item.fact.id), ["2/f1"]);
  assert.equal(queue.item.other.review, "accepted");
  queue.put("2/f1", gone);
  assert.deepEqual([queue.item.fact.id, queue.total], ["2/f1", 2]);
  queue.skip();
  assert.equal(queue.item.other.review, undefined);
});

test("What is taken out before the present place leaves the place where it was", async () => {
  const queue = await queueOf(unsure("1/f1"), contradiction("2/f1", "3/f1"), unsure("4/f1"));
  queue.skip();
  queue.skip();
  queue.judge("3/f1", "reject");
  assert.equal(queue.item.fact.id, "4/f1");
});
