import type * as PdfJs from "pdfjs-dist";

export interface Drawing { width: number; height: number; draw(canvas: HTMLCanvasElement, scale: number): Promise<void>; cancel(): void }

/** A PDF whose pages are drawn by pdf.js, which is loaded the first time that one is shown. */
export class Pdf {
  private constructor(private readonly document: PdfJs.PDFDocumentProxy) {}

  static async open(url: string): Promise<Pdf> {
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
