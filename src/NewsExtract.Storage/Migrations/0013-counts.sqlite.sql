-- What is counted over the whole store lies side by side, so that a count reads nothing else.

-- series: what a figure counts (NumberKind: the indicator, the stage of projects, what is invested in); null for other facts. unit: as it is told.
ALTER TABLE facts ADD COLUMN series TEXT;
ALTER TABLE facts ADD COLUMN unit TEXT;
UPDATE facts SET
    series = (SELECT g.text FROM arguments g WHERE g.article = facts.article AND g.fact = facts.number AND g.place = 0
        AND g.role = CASE facts.type WHEN 'project_count' THEN 'stage' WHEN 'investment' THEN 'target' ELSE 'indicator' END),
    unit = (SELECT g.text FROM arguments g WHERE g.article = facts.article AND g.fact = facts.number AND g.place = 0
        AND g.role = CASE facts.type WHEN 'project_count' THEN NULL WHEN 'investment' THEN 'currency' ELSE 'unit' END)
WHERE type IN ('statistic', 'project_count', 'target', 'investment');
CREATE INDEX facts_series ON facts (type, series, unit, article) WHERE series IS NOT NULL;

-- The few that others took the place of.
CREATE INDEX documents_superseded ON documents (superseded_by) WHERE superseded_by IS NOT NULL;

-- The most named first.
CREATE INDEX entities_order ON entities (members DESC, name, id);
CREATE INDEX entities_type ON entities (type, members DESC, name, id);
