-- As that of SQLite; here an index may hold no long text.
ALTER TABLE facts ADD COLUMN entity_types TEXT;
ALTER TABLE facts ADD COLUMN search_text TEXT;
UPDATE facts SET entity_types = (
    SELECT STRING_AGG(DISTINCT e.type, ' ' ORDER BY e.type) FROM arguments g JOIN article_entities e ON e.article = g.article AND e.number = g.entity
    WHERE g.article = facts.article AND g.fact = facts.number);
CREATE INDEX facts_article ON facts (article, type, entity_types);
CREATE INDEX article_entities_type ON article_entities (type);

DROP INDEX articles_date;
CREATE INDEX articles_order ON articles (COALESCE(date_from, ''), document, number, date, date_from, date_to);
