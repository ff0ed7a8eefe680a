// Makes wwwroot of the pages: every folder here that has a main.ts is a page. Usage: node build.mjs [FOLDER]
import { build } from "esbuild";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const wwwroot = path.resolve(process.argv[2] ?? path.join(here, "../wwwroot"));
const made = `${wwwroot}.${process.pid}`;

const folders = await readdir(here, { withFileTypes: true });
const pages = folders.filter(f => f.isDirectory() && existsSync(path.join(here, f.name, "main.ts"))).map(f => f.name).sort();

// pdf.js is laid beside the bundles with its worker, character maps, fonts and decoders, in a folder named after its version, since it loads them itself.
const pdfjs = path.join(here, "node_modules/pdfjs-dist");
const { version } = JSON.parse(await readFile(path.join(pdfjs, "package.json"), "utf8"));
const pdfFolder = `assets/pdfjs-${version}`;

const result = await build({
  absWorkingDir: here,
  entryPoints: pages.map(name => ({ in: `${name}/main.ts`, out: name })),
  outdir: path.join(made, "assets"),
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  charset: "utf8",
  legalComments: "linked",
  metafile: true,
  loader: { ".svg": "file" },
  define: { PAGES: JSON.stringify(pages), PDFJS: JSON.stringify(`/${pdfFolder}`) },
  logLevel: "warning",
});

const shell = await readFile(path.join(here, "shell/shell.html"), "utf8");
const outputs = Object.entries(result.metafile.outputs);
const address = file => `/assets/${path.basename(file)}`;
for (const name of pages) {
  const [script, output] = outputs.find(([, o]) => o.entryPoint === `${name}/main.ts`);
  const chunks = output.imports.filter(i => i.kind === "import-statement").map(i => `<link rel="modulepreload" href="${address(i.path)}">`);
  const styles = output.cssBundle ? [`<link rel="stylesheet" href="${address(output.cssBundle)}">`] : [];
  const head = [...styles, ...chunks, `<script type="module" src="${address(script)}"></script>`].join("\n");
  await writeFile(path.join(made, `${name === "search" ? "index" : name}.html`), shell.replace("<!--head-->", () => head).replaceAll("PAGE", name));
}
await cp(path.join(here, "shell/icon.svg"), path.join(made, "icon.svg"));

const target = path.join(made, pdfFolder);
await mkdir(target, { recursive: true });
for (const name of ["pdf.min.mjs", "pdf.worker.min.mjs"]) await cp(path.join(pdfjs, "legacy/build", name), path.join(target, name));
for (const name of ["cmaps", "standard_fonts", "iccs", "wasm"]) await cp(path.join(pdfjs, name), path.join(target, name), { recursive: true });
for (const name of ["quickjs-eval.js", "quickjs-eval.wasm"]) await rm(path.join(target, "wasm", name), { force: true }); // runs scripts of PDFs, which these pages never do
await cp(path.join(pdfjs, "LICENSE"), path.join(target, "LICENSE"));

// index.html's time says for the build what these pages were made of.
await rm(wwwroot, { recursive: true, force: true });
await rename(made, wwwroot);
