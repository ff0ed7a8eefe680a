import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

globalThis.location = { pathname: "/", search: "" };
Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });

class Source extends EventTarget {
  static CONNECTING = 0;
  static CLOSED = 2;
  static all = [];
  readyState = 0;
  constructor(url) { super(); this.url = url; Source.all.push(this); }
  close() { this.readyState = Source.CLOSED; }
  fail(readyState) { this.readyState = readyState; this.dispatchEvent(new Event("error")); }
}
globalThis.EventSource = Source;
const { follow } = await load("shell/events.ts");

/** Follows a job of which the server says so, breaks the stream, and gives what was told. */
async function broken(answer, readyState = Source.CLOSED) {
  const told = [];
  let heard;
  const asked = new Promise(resolve => { heard = resolve; });
  globalThis.fetch = async path => { assert.equal(path, "/api/v1/jobs/7"); heard(); return answer(); };
  const stop = follow("7", { item() {}, progress() {}, end: job => told.push(job.state), lost: () => told.push("lost") });
  const source = Source.all.at(-1);
  source.fail(readyState);
  await asked;
  // What follows the answer.
  await new Promise(resolve => setImmediate(resolve));
  return { told, stop, source };
}
const job = state => () => new Response(JSON.stringify({ id: "7", state }));

test("A job that the server does not know any more is lost", async () => {
  const { told, source } = await broken(() => new Response(JSON.stringify({ code: "NX4004", detail: "no job" }), { status: 404 }));
  assert.deepEqual(told, ["lost"]);
  assert.equal(source.readyState, Source.CLOSED);
});

test("A job that ended while the stream was broken has ended", async () => {
  assert.deepEqual((await broken(job("done"))).told, ["done"]);
  assert.deepEqual((await broken(job("cancelled"))).told, ["cancelled"]);
});

test("What became of a job is told with its end", () => {
  const told = [];
  follow("7", { item() {}, progress: now => told.push(now.state), end: job => told.push(`${job.state}: ${job.message}`), lost() {} });
  const source = Source.all.at(-1);
  source.dispatchEvent(Object.assign(new Event("progress"), { data: '{"id":"7","state":"running"}' }));
  source.dispatchEvent(Object.assign(new Event("end"), { data: '{"id":"7","state":"failed","message":"NX3003: busy"}' }));
  assert.deepEqual(told, ["running", "failed: NX3003: busy"]);
  assert.equal(source.readyState, Source.CLOSED);
});

test("A stream that the browser gave up is opened again while the job goes on", async context => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { told, stop } = await broken(job("running"));
  const before = Source.all.length;
  context.mock.timers.tick(10_000);
  assert.equal(Source.all.length, before + 1);
  assert.deepEqual(told, []);
  stop();
});

test("What is known already is not told again, nor what came before a break", async context => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const told = [];
  const stop = follow("7", { item: one => told.push(one.name), progress() {}, end() {}, lost() {} }, 41);
  const source = Source.all.at(-1);
  assert.equal(source.url, "/api/v1/jobs/7/events?after=41");
  source.dispatchEvent(Object.assign(new Event("item"), { data: '{"name":"a.txt"}', lastEventId: "43" }));
  assert.deepEqual(told, ["a.txt"]);

  const asked = new Promise(resolve => { globalThis.fetch = async () => { resolve(); return job("running")(); }; });
  source.fail(Source.CLOSED);
  await asked;
  await new Promise(resolve => setImmediate(resolve));
  context.mock.timers.tick(10_000);
  assert.equal(Source.all.at(-1).url, "/api/v1/jobs/7/events?after=43");
  stop();
});

test("A server that can't be reached ends nothing", async context => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { told, stop } = await broken(() => { throw new TypeError("refused"); }, Source.CONNECTING);
  const before = Source.all.length;
  context.mock.timers.tick(10_000);
  assert.equal(Source.all.length, before);
  assert.deepEqual(told, []);
  stop();
});

test("Nothing is told after one stopped to follow", async () => {
  const { told, stop, source } = await broken(job("running"), Source.CONNECTING);
  stop();
  source.dispatchEvent(new Event("end"));
  assert.deepEqual(told, []);
});
