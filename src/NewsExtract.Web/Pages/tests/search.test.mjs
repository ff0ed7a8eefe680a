import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

globalThis.location = { pathname: "/", search: "" };
Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });
const { conditions, read, write } = await load("search/question.ts");
const { figure, highlight, roleLine } = await load("shell/fact.ts");

test("A question is the same after it went through the address", () => {
  const address = "?q=李明 商务厅&place=太原&year=2023&type=position&type=appointment&role=person=李明&once=true&of=articles";
  const question = read(address);
  assert.deepEqual(read(write(question)), question);
  assert.deepEqual(question.type, ["position", "appointment"]);
});

test("A year is from its first to its last day, unless days are given", () => {
  assert.deepEqual([conditions(read("?year=2023")).from, conditions(read("?year=2023")).to], ["2023", "2023"]);
  assert.equal(conditions(read("?year=2023&from=2023-05")).from, "2023-05");
  assert.equal("of" in conditions(read("?of=articles")), false);
});

test("Roles make one line, person first", () => {
  assert.deepEqual(roleLine({ organization: "商务厅", title: "厅长", person: "李明" }), ["李明", "厅长", "商务厅"]);
});

test("Roles come in one order, whatever order they were in", () => {
  assert.deepEqual(roleLine({ date: "2023-09-27", scope: "高新区", stage: "signed", count: 4, occasion: "签约仪式" }, "project_count"), ["签约", "4个", "范围 高新区", "场合 签约仪式", "日期 2023年9月27日"]);
});

test("A figure is said as a person says it", () => {
  assert.equal(figure({ value: 1285000000, unit: "元", approx: "over" }), "超过 12.85亿元");
  assert.equal(figure({ count: 35000 }), "3.5万");
  assert.equal(figure({ value: 118, unit: "个", change: "up" }), "增加 118个");
  assert.equal(figure({ value: 5.2, unit: "%", change: "up" }), "增长 5.2%");
  assert.equal(figure({ person: "李明" }), undefined);
});

test("Hits that touch or overlap are marked once", () => {
  const parts = highlight("省商务厅厅长", [[1, 4], [3, 4], [4, 6]]).values[0].map(part => typeof part === "string" ? part : `[${part.values[0]}]`);
  assert.equal(parts.join(""), "省[商务厅][厅长]");
});

test("Money that is told without a unit is yuan", () => {
  assert.equal(figure({ value: 15_400_000_000, approx: "about" }, "investment"), "约 154亿元");
  assert.equal(figure({ value: 200_000, currency: "USD" }, "investment"), "20万美元");
  assert.deepEqual(roleLine({ stage: "signed", count: 19, investment: 14_750_000_000 }, "project_count"), ["签约", "19个", "投资额 147.5亿元"]);
});
