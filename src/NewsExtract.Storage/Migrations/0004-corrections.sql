-- What people said of facts and mentions, in the order in which they said it; nothing is deleted, an undo is a note. Anchored in the
-- document's text by spans and quotes (JSON, docs/corrections.md), so that it outlives every extraction: no key leads to a row of one.
-- place, item and problem are no part of what was said: where the present extraction has it, or why nowhere.
CREATE TABLE corrections (
    id BIGINT PRIMARY KEY,
    document TEXT NOT NULL,
    article BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('fact', 'mention', 'article')),
    action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'edit', 'add')),
    anchor TEXT NOT NULL,
    content TEXT,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    why TEXT,
    undone_by TEXT,
    undone_at TEXT,
    place BIGINT,
    item TEXT,
    problem TEXT
);
CREATE INDEX corrections_document ON corrections (document);

-- The record with its corrections, of articles that have any; records has it as it was extracted.
CREATE TABLE corrected_records (
    article BIGINT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    json TEXT NOT NULL
);

-- accepted, edited or added; null for what nobody looked at.
ALTER TABLE mentions ADD COLUMN review TEXT;
ALTER TABLE facts ADD COLUMN review TEXT;
