using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsExtract.Batch.Steps;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Storage;

namespace NewsExtract.Benchmarks;

/// <summary>New bulletins into a large store (a file that a run of <c>web</c> or <c>store</c> made; it is changed): time of linking names, and articles that share text, for what is new and for all, and whether the rows are equal.</summary>
internal static class LinkRuns
{
    private static readonly string[] s_rows =
    [
        "SELECT id || '|' || name || '|' || members || '|' || COALESCE(first_date, '') || '|' || COALESCE(last_date, '') || '|' || bodies FROM entities ORDER BY id",
        "SELECT name || '|' || entity FROM entity_names ORDER BY name, entity",
        "SELECT article || '|' || number || '|' || entity || '|' || place || '|' || COALESCE(reason, '') || '|' || COALESCE(confidence, 0) || '|' || COALESCE(partner_article, 0) || '|' || COALESCE(partner_number, 0) FROM entity_members ORDER BY article, number",
        "SELECT text || '|' || entity || '|' || COALESCE(brand, '') FROM entity_keys ORDER BY text, entity",
        "SELECT article || '|' || text_hash || '|' || story FROM article_signatures ORDER BY article",
        "SELECT first || '|' || second || '|' || kind || '|' || similarity FROM article_links ORDER BY first, second",
        "SELECT band || '|' || text_hash FROM text_bands ORDER BY band, text_hash",
    ];

    public static void Print(string location, int count)
    {
        using var store = NewsStore.Open(location, new StoreOptions { Fold = SearchFolding.Fold });
        Step(store, "before");
        var pipeline = new NewsPipelineBuilder().Build();
        foreach (var (name, bytes) in DevTexts.Read().Take(count))
        {
            var result = pipeline.Process(new DocumentSource(name, bytes));
            store.Save(new DocumentEntry
            {
                Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
                Name = name,
                Bytes = bytes.Length,
                State = ExtractionState.Complete,
                ReadingKey = "",
                ExtractionKey = "",
                Version = "0.1.0",
                Articles = [.. result.Articles.Select(static article => RecordBuilder.Build(article, NewsPipeline.Generator))],
            });
        }

        Step(store, string.Create(CultureInfo.InvariantCulture, $"{count} bulletins more"));
        var rows = Rows(location);
        Execute(location, "DELETE FROM derivations WHERE name = 'entities'; INSERT INTO reprint_changes SELECT id FROM documents");
        Step(store, "all");
        Console.WriteLine(rows.SequenceEqual(Rows(location)) ? "the rows are equal" : "THE ROWS DIFFER");
    }

    private static void Step(NewsStore store, string what)
    {
        foreach (var step in (IStoreStep[])[new EntityStep(), new ReprintStep()])
        {
            var clock = Stopwatch.StartNew();
            var line = step.Run(store, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, {step.GetType().Name}: {clock.Elapsed.TotalSeconds:0.00} s, {line ?? "nothing to do"}"));
        }
    }

    private static List<string> Rows(string location)
    {
        using var connection = new SqliteConnection($"Data Source={location};Pooling=False");
        connection.Open();
        List<string> rows = [];
        foreach (var sql in s_rows)
        {
            using var command = new SqliteCommand(sql, connection);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(reader.GetString(0));
            }
        }

        return rows;
    }

    private static void Execute(string location, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={location};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
