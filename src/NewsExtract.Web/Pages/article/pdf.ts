import type * as PdfJs from "pdfjs-dist";

export interface Drawing { width: number; height: number; draw(canvas: HTMLCanvasElement, scale: number): Promise<void>; cancel(): void }

let kept: { url: string; pdf: Promise<Pdf> } | undefined;

/** A PDF whose pages are drawn by pdf.js, which is loaded the first time that one is shown. Each has a worker of its own, so that the one that was last opened is kept. */
export class Pdf {
  private constructor(private readonly document: PdfJs.PDFDocumentProxy) {}

  static open(url: string): Promise<Pdf> {
    if (kept?.url !== url) {
      Pdf.close();
      kept = { url, pdf: Pdf.#load(url) };
    }
    return kept.pdf;
  }

  /** Ends the worker of what is kept; the next look opens it anew. */
  static close(): void {
    void kept?.pdf.then(pdf => pdf.document.loadingTask.destroy(), () => { /* it never came to be */ });
    kept = undefined;
  }

  static async #load(url: string): Promise<Pdf> {
    // No literal address: the bundler leaves it, and pdf.js stays as its authors built it.
    const address = `${PDFJS}/pdf.min.mjs`;
    const pdfjs = await import(address) as typeof PdfJs;
    pdfjs.GlobalWorkerOptions.workerSrc = `${PDFJS}/pdf.worker.min.mjs`;
    const document = await pdfjs.getDocument({
      url, cMapUrl: `${PDFJS}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${PDFJS}/standard_fonts/`, iccUrl: `${PDFJS}/iccs/`, wasmUrl: `${PDFJS}/wasm/`, enableXfa: false,
    }).promise;
    return new Pdf(document);
  }

  async page(number: number): Promise<Drawing> {
    const page = await this.document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    let task: PdfJs.RenderTask | undefined;
    return {
      width, height,
      cancel: () => task?.cancel(),
      async draw(canvas, scale) {
        const viewport = page.getViewport({ scale });
        canvas.width = Math.round(viewport.width);
        canvas.height = Math.round(viewport.height);
        task = page.render({ canvas, viewport });
        try { await task.promise; } catch (error) { if (!(error instanceof Error && error.name === "RenderingCancelledException")) throw error; }
      },
    };
  }
}
