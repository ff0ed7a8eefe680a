import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { onceAFrame } = await load("shell/drawing.ts");

test("What is asked for many times before a frame is drawn once, and again for the next", () => {
  const frames = [];
  globalThis.requestAnimationFrame = frame => frames.push(frame);
  let drawn = 0;
  const draw = onceAFrame(() => { drawn++; });
  for (let i = 0; i < 1000; i++) draw();
  assert.deepEqual([drawn, frames.length], [0, 1]);
  frames.shift()();
  assert.equal(drawn, 1);
  draw();
  frames.shift()();
  assert.equal(drawn, 2);
});
