/** Set by build.mjs: the folders that are pages, and where pdf.js lies. */
declare const PAGES: readonly string[];
declare const PDFJS: string;

declare module "*.css";
