import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { chosenFiles, dropped, isHidden, sorted } = await load("ingest/files.ts");

const file = (name, webkitRelativePath = "") => ({ name, webkitRelativePath, size: 1 });
const entry = path => ({ isFile: true, isDirectory: false, fullPath: path, file: resolve => resolve(file(path.split("/").at(-1))) });
const broken = path => ({ isFile: true, isDirectory: false, fullPath: path, file: (_, reject) => reject(new DOMException("gone", "NotFoundError")) });
const folder = (path, ...parts) => ({
  isFile: false, isDirectory: true, fullPath: path,
  createReader: () => ({ readEntries: (() => { const rest = [...parts]; return resolve => resolve(rest.splice(0, 1)); })() }),
});
const items = (...entries) => entries.map(one => ({ kind: "file", webkitGetAsEntry: () => one, getAsFile: () => null }));

test("A dropped folder gives the files of all folders in it, with their places", async () => {
  const { found, unread } = await dropped(items(folder("/公报", folder("/公报/2023", entry("/公报/2023/01.pdf"), entry("/公报/2023/02.pdf")), entry("/公报/readme.txt")), entry("/a.pdf")));
  assert.deepEqual(found.map(one => [one.path, one.inFolder]), [["公报/2023/01.pdf", true], ["公报/2023/02.pdf", true], ["公报/readme.txt", true], ["a.pdf", false]]);
  assert.deepEqual(unread, []);
});

test("A file that can't be read takes none of the others with it", async () => {
  const { found, unread } = await dropped(items(folder("/x", broken("/x/1.pdf"), entry("/x/2.pdf"))));
  assert.deepEqual(found.map(one => one.path), ["x/2.pdf"]);
  assert.deepEqual(unread, ["x/1.pdf"]);
});

test("Of a folder what is of no kind that is read is left out by name; what was named itself is sent", () => {
  const chosen = chosenFiles([file("01.PDF", "x/01.PDF"), file("表.xlsx", "x/y/表.xlsx"), file("README", "x/README"), file(".DS_Store", "x/.DS_Store"), file("notes.md")]);
  const { send, leftOut } = sorted(chosen);
  assert.deepEqual(send.map(one => one.path), ["x/01.PDF", "x/README", "notes.md"]);
  assert.deepEqual(leftOut, ["x/y/表.xlsx"]);
});

test("What systems put beside files is hidden", () => {
  assert.deepEqual(["x/.git/a.txt", "__MACOSX/a.pdf", "Thumbs.db", "公报.pdf"].map(isHidden), [true, true, true, false]);
});
