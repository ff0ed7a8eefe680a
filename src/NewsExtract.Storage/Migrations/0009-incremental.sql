-- What linking entities keeps so that next time only what changed is linked anew, with what hangs together with it.

-- How often a document was written or corrected, and at which of these the last linking saw it.
CREATE TABLE document_changes (
    document BIGINT PRIMARY KEY,
    changes BIGINT NOT NULL
);
CREATE TABLE linked_documents (
    document BIGINT PRIMARY KEY,
    changes BIGINT NOT NULL
);

-- Entities that a document's articles were members of before they were written anew.
CREATE TABLE touched_entities (
    document BIGINT NOT NULL,
    entity BIGINT NOT NULL,
    PRIMARY KEY (document, entity)
) /*clustered*/;

-- Where an article is at home, and the paper that it or its issue names: of all articles that are linked.
CREATE TABLE article_homes (
    article BIGINT PRIMARY KEY,
    document BIGINT NOT NULL,
    date TEXT,
    province TEXT,
    city TEXT,
    county TEXT,
    confidence DOUBLE PRECISION NOT NULL,
    paper TEXT
);
CREATE INDEX article_homes_document ON article_homes (document);

-- By what entities hang together: names that share no text and no counterpart of their brand do not.
CREATE TABLE entity_keys (
    text TEXT NOT NULL,
    entity BIGINT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    brand TEXT,
    PRIMARY KEY (text, entity)
) /*clustered*/;
CREATE INDEX entity_keys_entity ON entity_keys (entity);
CREATE INDEX entity_keys_brand ON entity_keys (brand) WHERE brand IS NOT NULL;

-- Members that are bodies which tell who is named beside them.
ALTER TABLE entities ADD COLUMN bodies BIGINT NOT NULL DEFAULT 0;

-- Ids that entities had: the member by which the one that took its place is found.
CREATE TABLE entity_moves (
    id BIGINT PRIMARY KEY,
    article BIGINT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL
);

-- All is linked once more, so that what is new here is filled.
DELETE FROM derivations WHERE name = 'entities';
