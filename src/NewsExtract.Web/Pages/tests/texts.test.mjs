import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { load } from "./load.mjs";

const pages = path.join(new URL(import.meta.url).pathname, "../..");
const { dictionary } = await load("shell/texts.ts");

test("Every text is shown somewhere", async () => {
  const folders = (await readdir(pages, { withFileTypes: true })).filter(one => one.isDirectory() && !["node_modules", "tests"].includes(one.name)).map(one => one.name);
  const files = (await Promise.all(folders.map(async folder => (await readdir(path.join(pages, folder))).filter(name => name.endsWith(".ts")).map(name => path.join(pages, folder, name))))).flat();
  assert.ok(files.length > 40, `only ${files.length} files found`);
  const code = (await Promise.all(files.map(file => readFile(file, "utf8")))).join("\n");
  // By its name, or as one of a kind: t(`jobState_${state}`).
  const isShown = key => code.includes(`"${key}"`) || key.includes("_") && code.includes(`\`${key.slice(0, key.indexOf("_") + 1)}\${`);
  assert.deepEqual(Object.keys(dictionary).filter(key => !isShown(key)), []);
});
