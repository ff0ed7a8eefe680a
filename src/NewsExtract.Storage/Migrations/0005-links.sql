-- By which articles that print the same text are found. minhash is null for an article that is too short; story is the article that
-- printed the text first, its own id where no other prints it.
CREATE TABLE article_signatures (
    article BIGINT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    letters BIGINT NOT NULL,
    text_hash BIGINT NOT NULL,
    minhash BYTEA,
    story BIGINT NOT NULL
);
CREATE INDEX article_signatures_story ON article_signatures (story);

-- Articles that share text. Of an excerpt, first holds it; otherwise first is the lesser id.
CREATE TABLE article_links (
    first BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    second BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('reprint', 'excerpt', 'near')),
    similarity DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (first, second)
) /*clustered*/;
CREATE INDEX article_links_second ON article_links (second);
