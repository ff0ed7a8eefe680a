namespace NewsExtract.Storage.Writing;

/// <summary>The tables that hold a document; the order is that in which rows may be written.</summary>
internal static class StoreTables
{
    public static readonly Table Pages = Table.Of("pages", "document:i number:i width:r height:r span_start:i span_end:i");

    public static readonly Table Articles = Table.Of("articles", "id:i document:i number:i headline kicker subhead author source dateline date date_from date_to status text");

    public static readonly Table Records = Table.Of("records", "article:i json");

    /// <summary>The records with their corrections, of articles that have any.</summary>
    public static readonly Table CorrectedRecords = Table.Of("corrected_records", "article:i json");

    public static readonly Table Paragraphs = Table.Of("paragraphs", "article:i number:i kind text spans boxes");

    public static readonly Table ArticleEntities = Table.Of("article_entities", "article:i number:i type name aliases");

    public static readonly Table Mentions = Table.Of(
        "mentions",
        "article:i number:i type text spans boxes entity:i value:r value_min:r value_max:r unit currency approx date date_from date_to producer confidence:r ocr_confidence:r review");

    public static readonly Table Facts = Table.Of("facts", "article:i number:i type modality evidence spans boxes producer confidence:r ocr_confidence:r review entity_types search_text series unit");

    public static readonly Table Arguments = Table.Of("arguments", "article:i fact:i role place:i text number:r spans entity:i");

    public static readonly Table Diagnostics = Table.Of("diagnostics", "document:i number:i article:i code severity message spans");

    public static readonly Table Entities = Table.Of("entities", "id:i type name members:i first_date last_date bodies:i");

    public static readonly Table EntityNames = Table.Of("entity_names", "name entity:i");

    public static readonly Table EntityMembers = Table.Of("entity_members", "article:i number:i entity:i place:i reason confidence:r partner_article:i partner_number:i");

    public static readonly Table EntityKeys = Table.Of("entity_keys", "text entity:i brand");

    public static readonly Table ArticleHomes = Table.Of("article_homes", "article:i document:i date province city county confidence:r paper");

    public static readonly Table LinkedDocuments = Table.Of("linked_documents", "document:i changes:i");

    public static readonly Table EntityAnchors = Table.Of("entity_anchors", "decision:i side:i article:i type name");

    public static readonly Table ArticleSignatures = Table.Of("article_signatures", "article:i letters:i text_hash:i minhash:b story:i");

    public static readonly Table ReprintRemains = Table.Of("reprint_remains", "document:i text_hash:i story:i minhash:b");

    public static readonly Table TextBands = Table.Of("text_bands", "band:i text_hash:i");

    public static readonly Table ArticleLinks = Table.Of("article_links", "first:i second:i kind similarity:r");
}
