-- One text for both databases: SQLite reads BIGINT PRIMARY KEY as its row id, and /*clustered*/ tables lie by their key.
-- Ids come from content (StoreKeys), so that two stores of the same inputs are equal row for row, whatever came first.
-- Spans are [[start,end],…] in UTF-16 units of the source's text, boxes [[page,left,bottom,right,top],…] in PDF points, both JSON.

-- superseded_by: the document that took its place when the file behind its last path changed; its facts no longer count.
CREATE TABLE documents (
    id BIGINT PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    encoding TEXT,
    ocr TEXT,
    status TEXT NOT NULL CHECK (status IN ('complete', 'partial', 'failed')),
    characters BIGINT NOT NULL,
    reading_key TEXT NOT NULL,
    extraction_key TEXT NOT NULL,
    version TEXT NOT NULL,
    superseded_by BIGINT
);

-- Every path that was ever named, and which document its bytes were.
CREATE TABLE inputs (
    path TEXT PRIMARY KEY,
    document BIGINT REFERENCES documents (id),
    status TEXT NOT NULL CHECK (status IN ('stored', 'duplicate', 'failed', 'unreadable')),
    bytes BIGINT,
    modified BIGINT,
    code TEXT,
    message TEXT
) /*clustered*/;
CREATE INDEX inputs_document ON inputs (document);

-- What reading made of a document, packed, so that a change of rules reads no page again.
CREATE TABLE readings (
    document BIGINT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    reading_key TEXT NOT NULL,
    content BYTEA NOT NULL
);

CREATE TABLE pages (
    document BIGINT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    width DOUBLE PRECISION NOT NULL,
    height DOUBLE PRECISION NOT NULL,
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    PRIMARY KEY (document, number)
) /*clustered*/;

CREATE TABLE articles (
    id BIGINT PRIMARY KEY,
    document BIGINT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    headline TEXT,
    kicker TEXT,
    subhead TEXT,
    author TEXT,
    source TEXT,
    dateline TEXT,
    date TEXT,
    date_from TEXT,
    date_to TEXT,
    status TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (document, number)
);
CREATE INDEX articles_date ON articles (date_from);

-- The record as it was extracted, JSON; the tables below hold it with the corrections of people.
CREATE TABLE records (
    article BIGINT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    json TEXT NOT NULL
);

CREATE TABLE paragraphs (
    article BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    spans TEXT NOT NULL,
    boxes TEXT,
    PRIMARY KEY (article, number)
) /*clustered*/;

-- What one article calls one thing.
CREATE TABLE article_entities (
    article BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    PRIMARY KEY (article, number)
) /*clustered*/;
CREATE INDEX article_entities_name ON article_entities (name, type);

CREATE TABLE mentions (
    article BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    type TEXT NOT NULL,
    text TEXT NOT NULL,
    spans TEXT NOT NULL,
    boxes TEXT,
    entity BIGINT,
    value DOUBLE PRECISION,
    value_min DOUBLE PRECISION,
    value_max DOUBLE PRECISION,
    unit TEXT,
    currency TEXT,
    approx TEXT,
    date TEXT,
    date_from TEXT,
    date_to TEXT,
    producer TEXT NOT NULL,
    confidence DOUBLE PRECISION,
    ocr_confidence DOUBLE PRECISION,
    PRIMARY KEY (article, number)
) /*clustered*/;
CREATE INDEX mentions_text ON mentions (text, type);

CREATE TABLE facts (
    article BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    type TEXT NOT NULL,
    modality TEXT,
    evidence TEXT NOT NULL,
    spans TEXT NOT NULL,
    boxes TEXT,
    producer TEXT NOT NULL,
    confidence DOUBLE PRECISION,
    ocr_confidence DOUBLE PRECISION,
    PRIMARY KEY (article, number)
) /*clustered*/;
CREATE INDEX facts_type ON facts (type);

-- A role's value: a text or a number; a list has a row an item. entity is the article's entity that it names, where it names one.
CREATE TABLE arguments (
    article BIGINT NOT NULL,
    fact BIGINT NOT NULL,
    role TEXT NOT NULL,
    place BIGINT NOT NULL,
    text TEXT,
    number DOUBLE PRECISION,
    spans TEXT NOT NULL,
    entity BIGINT,
    PRIMARY KEY (article, fact, role, place),
    FOREIGN KEY (article, fact) REFERENCES facts (article, number) ON DELETE CASCADE
) /*clustered*/;
CREATE INDEX arguments_text ON arguments (text, role);

-- Of the document when article is null.
CREATE TABLE diagnostics (
    document BIGINT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    article BIGINT,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    spans TEXT NOT NULL,
    PRIMARY KEY (document, number)
) /*clustered*/;
CREATE INDEX diagnostics_code ON diagnostics (code);

CREATE TABLE runs (
    id BIGINT PRIMARY KEY,
    version TEXT NOT NULL,
    reading_key TEXT NOT NULL,
    extraction_key TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT
);

-- What a run did with each path it was given.
CREATE TABLE run_inputs (
    run BIGINT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    path TEXT NOT NULL,
    outcome TEXT NOT NULL,
    seconds DOUBLE PRECISION NOT NULL,
    articles BIGINT NOT NULL,
    facts BIGINT NOT NULL,
    code TEXT,
    message TEXT,
    PRIMARY KEY (run, number)
) /*clustered*/;
