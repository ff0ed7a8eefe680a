import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { Placement } = await load("article/placement.ts");
const { segments } = await load("article/segments.ts");
const { boxesOf } = await load("article/boxes.ts");

// Two lines and a caption between them, as in a column: the source has a line's end at 5 and the caption from 6 to 9.
const broken = { kind: "body", text: "省商务厅厅长李明主持", spans: [[0, 5], [10, 15]] };
const caption = { kind: "caption", text: "张三摄", spans: [[6, 9]] };

test("Words over a line's end are one stretch of the paragraph", () => {
  const placement = new Placement([broken, caption]);
  assert.deepEqual(placement.places([[4, 5], [10, 11]]), [{ paragraph: 0, start: 4, end: 6 }]);
  assert.deepEqual(placement.places([[6, 8]]), [{ paragraph: 1, start: 0, end: 2 }]);
  assert.deepEqual(placement.source({ paragraph: 0, start: 4, end: 8 }), [4, 13]);
});

test("The blank that joins two Latin lines stands for nothing in the source", () => {
  const latin = { kind: "body", text: "the 5G network 已建成", spans: [[0, 6], [7, 18]] };
  const placement = new Placement([latin]);
  assert.deepEqual(placement.places([[7, 14]]), [{ paragraph: 0, start: 7, end: 14 }]);
  assert.equal(latin.text.slice(7, 14), "network");
});

test("The same words twice are told apart by their place", () => {
  const twice = { kind: "body", text: "李明和李明", spans: [[20, 25]] };
  assert.deepEqual(new Placement([twice]).places([[23, 25]]), [{ paragraph: 0, start: 3, end: 5 }]);
});

const record = {
  paragraphs: [broken, caption],
  mentions: [
    { id: "m1", type: "ORG", text: "省商务厅", spans: [[0, 4]], producer: "x", boxes: [[1, 10, 700, 50, 710]] },
    { id: "m2", type: "TITLE", text: "厅长", spans: [[4, 5], [10, 11]], producer: "x", boxes: [[1, 50, 700, 60, 710], [1, 10, 680, 20, 690]] },
    { id: "m3", type: "PER", text: "李明", spans: [[11, 13]], producer: "x", boxes: [[1, 20, 680, 40, 690]] },
  ],
  facts: [
    {
      id: "f1", type: "participation", producer: "x", roles: { person: "李明", action: "chair", event: "会" },
      roleSpans: { person: [[11, 13]], action: [[0, 5], [10, 15]] }, evidence: { text: broken.text, spans: broken.spans, boxes: [[1, 10, 700, 60, 710], [1, 10, 680, 60, 690]] },
    },
    {
      id: "f2", type: "position", producer: "x", roles: { person: "李明", title: "厅长" },
      roleSpans: { person: [[11, 13]], title: [[4, 5], [10, 11]] }, evidence: { text: "厅长李明", spans: [[4, 5], [10, 13]], boxes: [[1, 50, 700, 60, 710], [1, 10, 680, 40, 690]] },
    },
  ],
};

test("Segments give back the text, and each knows its mention, facts and roles", () => {
  const [body] = segments(record, new Placement(record.paragraphs));
  assert.equal(body.map(s => s.text).join(""), broken.text);
  assert.deepEqual(body.map(s => s.text), ["省商务厅", "厅长", "李明", "主持"]);
  assert.deepEqual(body[2].facts, ["f1", "f2"]);
  assert.deepEqual(body[2].arguments, [{ fact: "f1", role: "person" }, { fact: "f2", role: "person" }]);
  assert.equal(body[1].mention.id, "m2");
});

test("A choice that all of the evidence stands for lights no words of it", () => {
  const [body] = segments(record, new Placement(record.paragraphs));
  assert.deepEqual(body.flatMap(s => s.arguments).filter(a => a.role === "action"), []);
});

test("Boxes of one place are one, for all facts that it proves", () => {
  const boxes = boxesOf(record);
  const person = boxes.find(b => b.text === "李明" && !b.facts.length);
  assert.deepEqual(person.arguments, ["f1:person", "f2:person"]);
  const title = boxes.find(b => b.box.join() === "1,50,700,60,710");
  assert.deepEqual([title.facts, title.arguments], [["f2"], ["f2:title"]]);
});
