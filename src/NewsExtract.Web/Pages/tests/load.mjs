import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const here = path.dirname(new URL(import.meta.url).pathname);

/** Modules of the pages, bundled as for the browser; lit-html's build for Node needs no document. */
export async function load(...files) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "newsextract-pages-"));
  try {
    const outfile = path.join(folder, "module.mjs");
    await build({ stdin: { contents: files.map(file => `export * from "./${file}";`).join("\n"), resolveDir: path.join(here, "..") }, bundle: true, format: "esm", outfile, platform: "node", define: { PAGES: "[]", PDFJS: '""' } });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
