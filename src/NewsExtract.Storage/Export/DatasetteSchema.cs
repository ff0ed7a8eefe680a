namespace NewsExtract.Storage.Export;

/// <summary>The tables and views of <see cref="DatasetteExport"/>. Nothing in them is newer than SQLite 3.34.</summary>
internal static class DatasetteSchema
{
    public static readonly Table Documents = Table.Of("documents", "id:i source_file sha256 bytes:i encoding ocr pages:i status");

    public static readonly Table Articles = Table.Of("articles", "id:i document:i number:i headline kicker subhead author source dateline date status text");

    public static readonly Table Entities = Table.Of("entities", "id:i article:i type name aliases");

    public static readonly Table Mentions = Table.Of(
        "mentions",
        "id:i article:i entity:i type text value:r value_min:r value_max:r unit currency approx date date_from date_to page:i boxes spans confidence:r ocr_confidence:r review producer");

    public static readonly Table Facts = Table.Of("facts", "id:i article:i fact type evidence page:i boxes spans modality confidence:r ocr_confidence:r review producer");

    public static readonly Table Arguments = Table.Of("arguments", "fact:i role place:i value spans");

    public static readonly Table Corrections = Table.Of(CorrectionColumns.Table, string.Join(' ', CorrectionColumns.All.Select(static column => column.Name + (column.IsWhole ? ":i" : ""))));

    // NUMERIC keeps 840000000 whole and 18.4 real; a column without a type keeps what it is given: text that looks like a number stays text.
    public const string Tables = """
        CREATE TABLE documents (
            id INTEGER PRIMARY KEY, source_file TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, encoding TEXT, ocr TEXT, pages INTEGER, status TEXT NOT NULL
        );
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id), number INTEGER NOT NULL, headline TEXT, kicker TEXT, subhead TEXT,
            author TEXT, source TEXT, dateline TEXT, date TEXT, status TEXT NOT NULL, text TEXT NOT NULL
        );
        CREATE INDEX articles_document ON articles (document);
        CREATE INDEX articles_date ON articles (date);
        CREATE TABLE entities (id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (id), type TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL);
        CREATE INDEX entities_article ON entities (article);
        CREATE INDEX entities_name ON entities (name, type);
        CREATE TABLE mentions (
            id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (id), entity INTEGER REFERENCES entities (id), type TEXT NOT NULL, text TEXT NOT NULL,
            value NUMERIC, value_min NUMERIC, value_max NUMERIC, unit TEXT, currency TEXT, approx TEXT, date TEXT, date_from TEXT, date_to TEXT,
            page INTEGER, boxes TEXT, spans TEXT NOT NULL, confidence REAL, ocr_confidence REAL, review TEXT, producer TEXT NOT NULL
        );
        CREATE INDEX mentions_article ON mentions (article);
        CREATE INDEX mentions_entity ON mentions (entity);
        CREATE INDEX mentions_text ON mentions (text, type);
        CREATE TABLE facts (
            id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (id), fact TEXT NOT NULL, type TEXT NOT NULL, evidence TEXT NOT NULL,
            page INTEGER, boxes TEXT, spans TEXT NOT NULL, modality TEXT, confidence REAL, ocr_confidence REAL, review TEXT, producer TEXT NOT NULL
        );
        CREATE INDEX facts_article ON facts (article);
        CREATE INDEX facts_type ON facts (type);
        CREATE TABLE arguments (
            fact INTEGER NOT NULL REFERENCES facts (id), role TEXT NOT NULL, place INTEGER NOT NULL, value NOT NULL, spans TEXT NOT NULL, PRIMARY KEY (fact, role, place)
        );
        CREATE INDEX arguments_value ON arguments (value, role);
        CREATE TABLE corrections (
            number INTEGER PRIMARY KEY, article INTEGER NOT NULL, status TEXT NOT NULL, action TEXT NOT NULL, kind TEXT NOT NULL, type TEXT, quote TEXT NOT NULL,
            source_file TEXT, sha256 TEXT NOT NULL, item TEXT, made_by TEXT NOT NULL, made_at TEXT NOT NULL, why TEXT, undone_by TEXT, undone_at TEXT,
            problem TEXT, anchor TEXT NOT NULL, content TEXT
        );
        """;

    /// <summary>A row a fact of the type, with the roles as columns; <c>id</c> is that of <c>facts</c>.</summary>
    public static string View(FactTable table) => $"""
        CREATE VIEW {Quote("v_" + table.Name)} AS
        SELECT f.id AS id{string.Concat(table.Columns.Select(static column => $",\n    {Source(column)} AS {Quote(column.Name)}"))}
        FROM facts f JOIN articles a ON a.id = f.article JOIN documents d ON d.id = a.document
        WHERE f.type = {Text(table.Type)};
        """;

    private static string Source(FactColumn column) => column switch
    {
        { Role: { } role, Kind: RoleKind.List } => $"(SELECT group_concat(value, {Text(CellText.Separator)}) FROM (SELECT value FROM arguments WHERE fact = f.id AND role = {Text(role)} ORDER BY place))",
        { Role: { } role } => $"(SELECT value FROM arguments WHERE fact = f.id AND role = {Text(role)} AND place = 0)",
        { Name: "source_file" or "sha256" } => $"d.{column.Name}",
        { Name: "article" } => "a.number",
        { Name: "headline" } => "a.headline",
        { Name: "article_date" } => "a.date",
        _ => $"f.{column.Name}",
    };

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
