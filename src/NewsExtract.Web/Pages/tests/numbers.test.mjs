import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

globalThis.location = { pathname: "/", search: "" };
Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });
const { ends, figureText, height, measureOf, measureShown } = await load("numbers/points.ts");

const level = { value: 130_000_000_000 }, rise = { value: 11_840_000_000, change: "up" }, fall = { min: 2, max: 3, approx: "about", change: "down" };

test("What something rose or fell by is no level", () => {
  assert.deepEqual([level, rise, fall].map(measureOf), ["level", "change", "change"]);
});

test("Levels and changes are never shown together: the wanted ones, else those of most", () => {
  assert.equal(measureShown([level, level, rise], ""), "level");
  assert.equal(measureShown([level, rise, fall], ""), "change");
  assert.equal(measureShown([level, level, rise], "change"), "change");
  assert.equal(measureShown([level], "change"), "level");
});

test("A fall lies below zero, with what it lies between", () => {
  assert.equal(height(rise), 11_840_000_000);
  assert.equal(height(fall), -2.5);
  assert.deepEqual(ends(fall), [-2, -3]);
  assert.equal(height({ value: -2.3, change: "down" }), -2.3);
  assert.equal(height({ value: -2.3 }), -2.3);
});

test("A change says which way: shares grow, amounts become more", () => {
  assert.equal(figureText(rise, "元"), "增加 118.4亿元");
  assert.equal(figureText(fall, "%"), "下降 约 2–3%");
  assert.equal(figureText(level, "CNY"), "1,300亿元");
});
