import type { Texts } from "../texts.ts";

export const searchTexts = {
  searchTitle: ["检索事实与文章", "Search facts and articles"],
} as const satisfies Texts;
