-- What first pages, counts and facets need lies side by side, so that no text is passed over on the way.
-- entity_types: of what fills the fact's roles, each once and by name: 'ORG PER'; null when no role names anything.
-- search_text: what a word is looked for in (folded, without blanks: evidence and roles), where that isn't the evidence as it is printed. Of facts that an
-- earlier version stored it is null until they are extracted again.
ALTER TABLE facts ADD COLUMN entity_types TEXT;
ALTER TABLE facts ADD COLUMN search_text TEXT;
UPDATE facts SET entity_types = (
    SELECT GROUP_CONCAT(q.type, ' ') FROM (
        SELECT DISTINCT e.type FROM arguments g JOIN article_entities e ON e.article = g.article AND e.number = g.entity
        WHERE g.article = facts.article AND g.fact = facts.number ORDER BY e.type) q);
CREATE INDEX facts_article ON facts (article, type, entity_types);
CREATE INDEX article_entities_type ON article_entities (type, name);

DROP INDEX articles_date;
CREATE INDEX articles_order ON articles (COALESCE(date_from, ''), document, number, date, date_from, date_to, source);
