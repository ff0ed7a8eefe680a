import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { placeLabels } = await load("article/labels.ts");
const word = (left, right, top = 100) => ({ left, top, right, bottom: top + 20 });
const label = (over, width) => ({ over, width, height: 12 });
const column = { left: 0, right: 300 };
const place = (all, words = all.map(({ over }) => over)) => placeLabels(all, words, column);

test("A label stands above its words, where they begin", () => {
  assert.deepEqual(place([label(word(10, 60), 30)]), [{ shift: 0, below: false }]);
});

test("Of two short words side by side the second has its label below, and a third none", () => {
  const all = [label(word(10, 40), 80), label(word(40, 70), 40), label(word(70, 85), 40)];
  assert.deepEqual(place(all), [{ shift: 0, below: false }, { shift: 0, below: true }, undefined]);
});

test("A label that would stand out of the column is moved into it", () => {
  assert.deepEqual(place([label(word(280, 300), 60), label(word(0, 300, 200), 40)]), [{ shift: -40, below: false }, { shift: 0, below: false }]);
});

test("A label covers other words that are marked only where there is no other place", () => {
  const above = word(0, 100, 78), over = word(0, 100);
  assert.deepEqual(place([label(over, 30)], [above, over]), [{ shift: 0, below: true }]);
  assert.deepEqual(place([label(over, 30)], [above, over, word(0, 100, 122)]), [{ shift: 0, below: false }]);
});
