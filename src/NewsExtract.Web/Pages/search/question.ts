import type { Query } from "../shell/api.ts";

export type Of = "facts" | "articles";

/** What is asked: all of it stands in the page's address, which can be shared. Names are those of the API. */
export interface Question { of: Of; q: string; type: string[]; entityType: string; place: string; year: string; source: string; role: string[]; entity: string; entityId: string; from: string; to: string; minConfidence: string; modality: string; once: boolean }

const single = ["q", "entityType", "place", "year", "source", "entity", "entityId", "from", "to", "minConfidence", "modality"] as const;

export function read(search: string): Question {
  const words = new URLSearchParams(search);
  const one = Object.fromEntries(single.map(name => [name, words.get(name) ?? ""])) as Record<typeof single[number], string>;
  return { ...one, of: words.get("of") === "articles" ? "articles" : "facts", type: words.getAll("type"), role: words.getAll("role"), once: words.get("once") === "true" };
}

export function write(question: Question): string {
  const words = new URLSearchParams();
  for (const name of single) if (question[name]) words.set(name, question[name]);
  for (const type of question.type) words.append("type", type);
  for (const role of question.role) words.append("role", role);
  if (question.once) words.set("once", "true");
  if (question.of === "articles") words.set("of", "articles");
  const text = words.toString();
  return text ? `?${text}` : location.pathname;
}

/** The conditions as the API takes them: a year is from its first to its last day. */
export function conditions(question: Question): Query {
  const { of: _, year, from, to, ...rest } = question;
  return { ...rest, from: from || year, to: to || year };
}

export const isEmpty = (question: Question): boolean => write({ ...question, of: "facts" }) === location.pathname;
