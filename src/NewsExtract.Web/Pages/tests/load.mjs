import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const here = path.dirname(new URL(import.meta.url).pathname);

/** A module of the pages, bundled as for the browser; lit-html's build for Node needs no document. */
export async function load(file) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "newsextract-pages-"));
  try {
    const outfile = path.join(folder, "module.mjs");
    await build({ entryPoints: [path.join(here, "..", file)], bundle: true, format: "esm", outfile, platform: "node", define: { PAGES: "[]", PDFJS: '""' } });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
