using System.Collections.Immutable;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.Writing;

/// <summary>The rows of a document in all tables but <c>documents</c> and <c>readings</c>. Asks no database: several threads make rows while one writes.</summary>
internal static class DocumentRows
{
    /// <param name="correctedArticles">The entry's own articles, or the same with what people corrected.</param>
    /// <returns>In the order in which they may be written.</returns>
    public static IReadOnlyList<TableRows> Of(long document, DocumentEntry entry, ImmutableArray<ArticleRecord> correctedArticles, IArticleIndex index, StoreOptions options)
    {
        var articles = new List<object?[]>();
        var records = new List<object?[]>();
        var correctedRecords = new List<object?[]>();
        var searched = new List<object?[]>();
        var all = new List<ArticleRows>();
        foreach (var (record, corrected) in entry.Articles.Zip(correctedArticles))
        {
            var id = StoreKeys.Article(entry.Sha256, record.Article.Index);
            var rows = ArticleRows.Of(id, corrected, options);
            all.Add(rows);
            articles.Add(rows.Article(document, record));
            records.Add([id, RecordJson.Serialize(record)]);
            if (corrected != record)
            {
                correctedRecords.Add([id, RecordJson.Serialize(corrected)]);
            }

            searched.Add(index.Row(id, options.Fold(ArticleRows.Text(record))));
        }

        return
        [
            new TableRows(StoreTables.Pages, [.. entry.Pages.Select(page => new object?[] { document, page.Number, page.Width, page.Height, page.Span.Start, page.Span.End })]),
            new TableRows(StoreTables.Articles, articles),
            new TableRows(StoreTables.Records, records),
            new TableRows(StoreTables.CorrectedRecords, correctedRecords),
            new TableRows(StoreTables.Paragraphs, [.. all.SelectMany(static rows => rows.Paragraphs)]),
            .. Found(all),
            new TableRows(index.Table, searched),
            new TableRows(StoreTables.Diagnostics, Diagnostics(document, entry)),
        ];
    }

    /// <summary>What was found in articles, and corrections change.</summary>
    public static IEnumerable<TableRows> Found(IReadOnlyCollection<ArticleRows> articles) =>
    [
        new TableRows(StoreTables.ArticleEntities, [.. articles.SelectMany(static rows => rows.Entities)]),
        new TableRows(StoreTables.Mentions, [.. articles.SelectMany(static rows => rows.Mentions)]),
        new TableRows(StoreTables.Facts, [.. articles.SelectMany(static rows => rows.Facts)]),
        new TableRows(StoreTables.Arguments, [.. articles.SelectMany(static rows => rows.Arguments)]),
    ];

    private static List<object?[]> Diagnostics(long document, DocumentEntry entry)
    {
        var rows = new List<object?[]>();
        foreach (var diagnostic in entry.Diagnostics)
        {
            rows.Add([document, rows.Count, null, diagnostic.Code, diagnostic.Severity.ToString().ToLowerInvariant(), diagnostic.Message, ArticleRows.Json(diagnostic.Span is { } span ? [span] : [])]);
        }

        foreach (var record in entry.Articles)
        {
            foreach (var diagnostic in record.Diagnostics)
            {
                rows.Add([document, rows.Count, record.Article.Index, diagnostic.Code, diagnostic.Severity, diagnostic.Message, ArticleRows.Json(diagnostic.Spans)]);
            }
        }

        return rows;
    }
}
