using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;

namespace NewsExtract.Storage.Corrections;

/// <summary>The rows of <c>corrections</c>.</summary>
internal static class CorrectionTable
{
    private const string Select = """
        SELECT c.id AS Id, c.document AS Document, c.article AS Article, c.kind AS Kind, c.action AS Action, c.anchor AS Anchor, c.content AS Content,
            c.made_by AS MadeBy, c.made_at AS MadeAt, c.why AS Why, c.undone_by AS UndoneBy, c.undone_at AS UndoneAt, c.place AS Place, c.item AS Item,
            c.problem AS Problem, d.name AS Source, n.sha256 AS SupersededBy
        FROM corrections c LEFT JOIN documents d ON d.sha256 = c.document LEFT JOIN documents n ON n.id = d.superseded_by
        """;

    private const string InsertRow = """
        INSERT INTO corrections (id, document, article, kind, action, anchor, content, made_by, made_at, why, undone_by, undone_at)
        VALUES (@Id, @Document, @Article, @kind, @action, @anchor, @content, @By, @At, @Why, @UndoneBy, @UndoneAt)
        """;

    /// <summary>All of a document, undone ones too, by number.</summary>
    public static IReadOnlyList<Correction> Of(DbTransaction transaction, string document) => [.. Rows(transaction, document).Select(static row => row.ToCorrection())];

    /// <summary>All of the store, those of superseded documents too: they stay what was said.</summary>
    public static IReadOnlyList<CorrectionRow> All(DbConnection connection, DbTransaction? transaction) => connection.Query<CorrectionRow>(Select + " ORDER BY c.id", transaction: transaction).AsList();

    /// <summary>Those of the numbers that there are.</summary>
    public static IReadOnlyList<CorrectionRow> Of(DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<long> ids) => ids.Count == 0 ? [] : connection
        .Query<CorrectionRow>($"{Select} WHERE c.id IN ({string.Join(',', ids.Select(static id => id.ToString(CultureInfo.InvariantCulture)))}) ORDER BY c.id", transaction: transaction).AsList();

    public static long NextId(DbTransaction transaction) => transaction.Connection!.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM corrections", transaction: transaction);

    public static void Insert(DbTransaction transaction, Correction correction) => transaction.Connection!.Execute(
        InsertRow,
        new
        {
            correction.Id,
            correction.Document,
            correction.Article,
            kind = CorrectionJson.NameOf(correction.Kind),
            action = CorrectionJson.NameOf(correction.Action),
            anchor = CorrectionJson.Write(correction.Anchor),
            content = correction.Content is { } content ? CorrectionJson.Write(content) : null,
            correction.By,
            correction.At,
            correction.Why,
            correction.UndoneBy,
            correction.UndoneAt,
        },
        transaction);

    public static void Undo(DbTransaction transaction, long id, string by, string at) =>
        transaction.Connection!.Execute("UPDATE corrections SET undone_by = @by, undone_at = @at WHERE id = @id", new { id, by, at }, transaction);

    /// <summary>What was extracted of a document, in its order.</summary>
    public static ImmutableArray<ArticleRecord> Records(DbTransaction transaction, string sha256) =>
    [
        .. transaction.Connection!.Query<string>(
            "SELECT r.json FROM records r JOIN articles a ON a.id = r.article WHERE a.document = @id ORDER BY a.number",
            new { id = StoreKeys.Document(sha256) },
            transaction).Select(RecordJson.Deserialize),
    ];

    /// <summary>Applies the corrections of a document to what was extracted of it, and notes where each has its place.</summary>
    public static ImmutableArray<ArticleRecord> Apply(DbTransaction transaction, string sha256, ImmutableArray<ArticleRecord> extracted)
    {
        var rows = Rows(transaction, sha256);
        if (rows.Count == 0)
        {
            return extracted;
        }

        var corrected = DocumentCorrector.Apply(extracted, [.. rows.Select(static row => row.ToCorrection())]);
        foreach (var row in rows)
        {
            var found = corrected.Places.GetValueOrDefault(row.Id);
            var place = found is { Problem: null } ? StoreKeys.Article(sha256, found.Article) : (long?)null;
            if ((place, found?.Item, found?.Problem) != (row.Place, row.Item, row.Problem))
            {
                transaction.Connection!.Execute("UPDATE corrections SET place = @place, item = @Item, problem = @Problem WHERE id = @Id", new { row.Id, place, found?.Item, found?.Problem }, transaction);
            }
        }

        return corrected.Records;
    }

    private static List<CorrectionRow> Rows(DbTransaction transaction, string document) =>
        transaction.Connection!.Query<CorrectionRow>(Select + " WHERE c.document = @document ORDER BY c.id", new { document }, transaction).AsList();
}

/// <summary>A row as it stands; <see cref="Source"/> is <c>null</c> where the store has no such document.</summary>
internal sealed class CorrectionRow
{
    public long Id { get; init; }

    public string Document { get; init; } = "";

    public long Article { get; init; }

    public string Kind { get; init; } = "";

    public string Action { get; init; } = "";

    public string Anchor { get; init; } = "";

    public string? Content { get; init; }

    public string MadeBy { get; init; } = "";

    public string MadeAt { get; init; } = "";

    public string? Why { get; init; }

    public string? UndoneBy { get; init; }

    public string? UndoneAt { get; init; }

    public long? Place { get; init; }

    public string? Item { get; init; }

    public string? Problem { get; init; }

    public string? Source { get; init; }

    public string? SupersededBy { get; init; }

    public CorrectionEntry ToEntry(long? newerArticle) => new(ToCorrection(), Source, Place, Item, Problem, SupersededBy is not null, newerArticle);

    public Correction ToCorrection() => new()
    {
        Id = Id,
        Document = Document,
        Article = (int)Article,
        Kind = Enum.Parse<CorrectedKind>(Kind, ignoreCase: true),
        Action = Enum.Parse<CorrectionAction>(Action, ignoreCase: true),
        Anchor = CorrectionJson.ReadStatement(Anchor),
        Content = Content is null ? null : CorrectionJson.ReadStatement(Content),
        By = MadeBy,
        At = MadeAt,
        Why = Why,
        UndoneBy = UndoneBy,
        UndoneAt = UndoneAt,
    };
}
