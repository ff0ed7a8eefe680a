-- What the articles' entities of all documents that count come to: written anew as a whole, but for what people decided.

-- id comes from the content of the earliest member; first_date and last_date are of the articles.
CREATE TABLE entities (
    id BIGINT PRIMARY KEY,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    members BIGINT NOT NULL,
    first_date TEXT,
    last_date TEXT
);
CREATE INDEX entities_name ON entities (name, type);

-- Every name that an article gives the entity, aliases too.
CREATE TABLE entity_names (
    name TEXT NOT NULL,
    entity BIGINT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    PRIMARY KEY (name, entity)
) /*clustered*/;
CREATE INDEX entity_names_entity ON entity_names (entity);

-- article and number as in article_entities. reason, confidence and partner are of the link to another member; the first has none.
CREATE TABLE entity_members (
    article BIGINT NOT NULL,
    number BIGINT NOT NULL,
    entity BIGINT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    place BIGINT NOT NULL,
    reason TEXT,
    confidence DOUBLE PRECISION,
    partner_article BIGINT,
    partner_number BIGINT,
    PRIMARY KEY (article, number)
) /*clustered*/;
CREATE INDEX entity_members_entity ON entity_members (entity, place);

-- What people decided, and by which names they knew the members: these outlive any extraction.
CREATE TABLE entity_decisions (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
    made_by TEXT NOT NULL,
    made TEXT NOT NULL,
    why TEXT NOT NULL,
    undone_by TEXT,
    undone TEXT
);

-- side: 1 or 2. A merge makes both sides one, a split keeps them apart.
CREATE TABLE entity_anchors (
    decision BIGINT NOT NULL REFERENCES entity_decisions (id) ON DELETE CASCADE,
    side BIGINT NOT NULL,
    article BIGINT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (decision, side, article, type, name)
) /*clustered*/;

-- From what something derived was made, so that it is made again when that differs.
CREATE TABLE derivations (
    name TEXT PRIMARY KEY,
    key TEXT NOT NULL
) /*clustered*/;
