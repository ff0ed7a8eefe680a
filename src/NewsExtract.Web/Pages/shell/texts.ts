import { articleTexts } from "./texts/article.ts";
import { entitiesTexts } from "./texts/entities.ts";
import { ingestTexts } from "./texts/ingest.ts";
import { numbersTexts } from "./texts/numbers.ts";
import { reviewTexts } from "./texts/review.ts";
import { searchTexts } from "./texts/search.ts";
import { shellTexts } from "./texts/shell.ts";

/** What a text is in Chinese and in English. A key can't have the one without the other. */
export type Texts = Record<string, readonly [zh: string, en: string]>;

/** All texts of all pages: a page's own stand in texts/PAGE.ts. */
export const dictionary = { ...shellTexts, ...searchTexts, ...articleTexts, ...entitiesTexts, ...numbersTexts, ...reviewTexts, ...ingestTexts } as const satisfies Texts;

export type TextKey = keyof typeof dictionary;
