import type { FactItem, RecordFact, Shown } from "./types.ts";

/** What a person sees of a fact as they judge it, so that the server corrects no other one that has its id by now. */
export function shownOf(fact: FactItem | RecordFact): Shown {
  const evidence = typeof fact.evidence === "string" ? { text: fact.evidence, spans: (fact as FactItem).spans } : { text: fact.evidence.text, spans: fact.evidence.spans };
  return { type: fact.type, ...evidence, roles: fact.roles, modality: fact.modality ?? "stated" };
}

/** The server found something else there, or nothing. */
export const isAnother = (code: string | undefined): boolean => code === "NX3220" || code === "NX3211";
