-- Pairs of characters (SearchText): 太原 is one item; what holds all pairs of a word is then checked against the text.
CREATE TABLE article_search (
    article BIGINT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    pairs TEXT[] NOT NULL,
    folded TEXT NOT NULL
);
CREATE INDEX article_search_pairs ON article_search USING gin (pairs);
