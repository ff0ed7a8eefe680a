import type { Texts } from "../texts.ts";

export const articleTexts = {
  articleFacts: ["这篇文章里的事实", "Facts of this article"],
} as const satisfies Texts;
