-- Pairs of characters (SearchText): 太原 is one token, and a longer word a phrase of tokens, so a hit is a literal occurrence.
CREATE VIRTUAL TABLE article_search USING fts5 (pairs, content='', contentless_delete=1, tokenize='ascii');
