-- What looking for articles that print the same text keeps, so that next time only what changed is looked for.

-- Documents that came, changed or went since the last time.
CREATE TABLE reprint_changes (
    document BIGINT PRIMARY KEY
);

-- Texts and stories of the articles that went when their document was written anew.
CREATE TABLE reprint_remains (
    document BIGINT NOT NULL,
    text_hash BIGINT NOT NULL,
    story BIGINT NOT NULL,
    minhash BYTEA,
    PRIMARY KEY (document, text_hash, story)
) /*clustered*/;

-- By which texts are found that may have much in common, of every text once, however many articles print it.
CREATE TABLE text_bands (
    band BIGINT NOT NULL,
    text_hash BIGINT NOT NULL,
    PRIMARY KEY (band, text_hash)
) /*clustered*/;

CREATE INDEX article_signatures_text ON article_signatures (text_hash, article) WHERE minhash IS NOT NULL;

-- All are looked for once more, so that what is new here is filled.
INSERT INTO reprint_changes SELECT id FROM documents;
