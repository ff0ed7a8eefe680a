/** What the API gives and takes (/openapi/v1.json). Ids of 63 bits are strings. */
export type Span = [start: number, end: number];
export type Box = [page: number, left: number, bottom: number, right: number, top: number];
export type Value = string | number | string[];
export type Roles = Record<string, Value>;
export interface Page<T> { items: T[]; next?: string; total?: number }

export interface Session { auth: "open" | "token" | "oidc"; signedIn: boolean; name?: string; version: string; maxUploadBytes: number; canWrite: boolean }
export interface Summary { documents: number; articles: number; facts: number; entities: number; failed: number; corrections: number; first?: string; last?: string }

export interface RoleType { name: string; kind: "text" | "number" | "choice" | "list" | "date"; required: boolean; choices?: string[] }
export interface FactType { name: string; description: string; roles: RoleType[] }

export interface FactItem {
  id: string; type: string; roles: Roles; modality?: string; evidence: string; date?: string; source: string; article: number; headline?: string;
  reprints?: number; spans: Span[]; boxes?: Box[]; sha256: string; producer: string; confidence?: number; review?: string; articleId: string; hits: Span[];
}
export interface ArticleItem {
  id: string; date?: string; headline?: string; source: string; article: number; facts: number; reprints?: number; sha256: string;
  snippet: string; hits: Span[]; hitCount: number;
}
export interface Facet { name: string; count: number }
export interface Facets { total: number; type: Facet[]; entityType: Facet[]; place: Facet[]; year: Facet[]; source: Facet[] }

export interface ArticlePlace { id: string; source: string; sha256: string; article: number; headline?: string; date?: string }
export interface DocumentItem { sha256: string; name: string; status: string; pages: { number: number; width: number; height: number }[]; view: "pdf" | "pictures" | "text"; hasFile: boolean }
export interface ArticleView { id: string; document: DocumentItem; record: NewsRecord; entities: Record<string, string>; previous?: string; next?: string; reprints: ArticlePlace[] }

/** docs/record.md */
export interface NewsRecord {
  source: { file: string; sha256: string; encoding?: string; pages?: number; ocr?: string };
  article: { index: number; headline?: string; kicker?: string; subhead?: string; author?: string; source?: string; date?: string; dateline?: string; captions: string[]; sections: string[] };
  paragraphs: Paragraph[]; mentions: Mention[]; entities: RecordEntity[]; facts: RecordFact[]; diagnostics: Diagnostic[]; status: "complete" | "partial";
}
export interface Paragraph { kind: string; text: string; spans: Span[]; boxes?: Box[] }
export interface Mention { id: string; type: string; text: string; spans: Span[]; boxes?: Box[]; producer: string; confidence?: number; ocrConfidence?: number; review?: string; value?: MentionValue }
export interface MentionValue { value?: number; min?: number; max?: number; unit?: string; currency?: string; approx?: string; date?: string; start?: string; end?: string }
export interface RecordEntity { id: string; type: string; name: string; aliases: string[]; mentions: string[] }
export interface RecordFact {
  id: string; type: string; roles: Roles; roleSpans: Record<string, Span[]>; evidence: { text: string; spans: Span[]; boxes?: Box[]; ocrConfidence?: number };
  producer: string; confidence?: number; modality?: string; review?: string;
}
export interface Diagnostic { code: string; severity: "info" | "warning" | "error"; message: string; spans?: Span[] }

export interface EntityItem { id: string; type: string; name: string; members: number; first?: string; last?: string }
export interface OfficeEnd { date?: string; source: string; article: number; articleId: string; factId?: string; evidence: string }
export interface EntityView extends EntityItem {
  names: string[]; offices: { title: string; organization?: string; mentions: number; first: OfficeEnd; last: OfficeEnd }[];
  together: { entity: EntityItem; articles: number }[];
}
export interface EntityMember { articleId: string; number: number; name: string; aliases: string[]; source: string; article: number; headline?: string; date?: string; reason?: string; confidence?: number; partner?: string }
export interface DecisionMember { articleId: string; type: string; name: string }
export interface Decision { id: number; kind: "merge" | "split"; by: string; made: string; why: string; undoneBy?: string; undone?: string; first: DecisionMember[]; second: DecisionMember[] }
export interface DecisionMade { decision: number; job: string }

export interface NumberSeries { kind: string; name: string; facts: number; units: string[] }
export interface NumberPoint {
  factId: string; articleId: string; date?: string; period?: string; start?: string; basis?: "article" | "period"; value?: number; min?: number; max?: number; approx?: string;
  /** What it rose or fell by; left out of levels. */
  change?: "up" | "down"; modality?: string;
  scope?: string; evidence: string; source: string; article: number; headline?: string; confidence?: number; review?: string;
}
export interface NumberPoints { unit?: string; units: Facet[]; scopes: Facet[]; measures: Facet[]; points: NumberPoint[]; undated: number }

export interface ReviewItem { fact: FactItem; reason: "contradiction" | "low-confidence"; gain: number; class?: string; detail?: string; other?: FactItem }

export interface CorrectionRequest { action: "accept" | "reject" | "edit" | "add"; target: string; type?: string; text?: string; roles?: Roles; at?: Record<string, Span>; modality?: string; why?: string; shown?: Shown }
/** What the target was as one judged it. */
export interface Shown { type: string; text: string; spans: Span[]; roles: Roles; modality: string }
export interface CorrectionItem { id: number; kind: "fact" | "mention"; action: CorrectionRequest["action"]; target?: string; articleId: string; source?: string; type?: string; text?: string; status?: string; by: string; at: string; why?: string; undoneBy?: string; undoneAt?: string; problem?: string }

export interface Upload { sha256: string; name: string; bytes: number; format: string; known: boolean }
export interface JobItem { name: string; sha256?: string; outcome: "stored" | "extracted" | "unchanged" | "duplicate" | "failed"; articles: number; facts: number; code?: string; message?: string; articleId?: string; diagnostics: Diagnostic[] }
export interface Job {
  id: string; kind: "ingest" | "link"; state: "queued" | "running" | "done" | "failed" | "cancelled" | "unfinished"; total: number; done: number; articles: number; facts: number; failed: number;
  reading?: string[]; started?: string; finished?: string; secondsLeft?: number; message?: string; items?: JobItem[];
  /** Of what it tells here; what happened since comes after it. */
  lastEvent?: number;
  /** A run that the store knows, of before the server began or of the command. */
  earlier?: boolean;
}
export interface InputItem { path?: string; name: string; status: string; sha256?: string; code?: string; message?: string }
