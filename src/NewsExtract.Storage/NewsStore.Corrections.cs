using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Export;

namespace NewsExtract.Storage;

/// <content>What people say of facts and mentions.</content>
public sealed partial class NewsStore
{
    /// <summary>Makes corrections, all or none, and applies them. Each is checked against the article with those before it.</summary>
    /// <param name="definitions">Whose types, roles and values are allowed; facts of other types keep the roles that they have.</param>
    /// <returns>What was made: one a request, but for an article that is wholly accepted one for each thing in it.</returns>
    /// <exception cref="StoreException">NX3211 to NX3215, NX3220: a request can't be followed; nothing was written.</exception>
    public IReadOnlyList<Correction> Correct(IReadOnlyList<CorrectionRequest> requests, string by, ImmutableArray<FactDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentException.ThrowIfNullOrEmpty(by);
        var made = new List<(Correction Correction, CorrectionRequest Request)>();
        Write(Database.WholeStore, transaction =>
        {
            var maker = new CorrectionMaker(definitions, by, Now());
            var documents = OpenDocuments(transaction, requests);
            var next = CorrectionTable.NextId(transaction);
            foreach (var request in requests)
            {
                var (sha256, article, item) = FindTarget(transaction, request);
                var document = documents[sha256];
                foreach (var correction in maker.Make(request, document, article, item))
                {
                    var numbered = correction with { Id = next++ };
                    document.Add(numbered);
                    made.Add((numbered, request));
                }
            }

            CheckEffects(documents.Values, made);
            Store(transaction, made.Select(static item => item.Correction), documents.Keys);
        });
        return [.. made.Select(static item => item.Correction)];
    }

    /// <summary>
    /// Takes in corrections of another store, all or none, and applies them. Those that the store has already are left out; those of
    /// documents that it does not have wait for them.
    /// </summary>
    /// <returns>How many were new.</returns>
    public int Import(IEnumerable<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        var added = 0;
        Write(Database.WholeStore, transaction =>
        {
            var all = corrections.ToList();
            var documents = all.Select(static correction => correction.Document).Distinct(StringComparer.Ordinal).ToList();
            LockAll(transaction, documents);
            var present = documents.SelectMany(document => CorrectionTable.Of(transaction, document)).ToLookup(KeyOf, StringComparer.Ordinal);
            var next = CorrectionTable.NextId(transaction);
            var fresh = new List<Correction>();
            foreach (var correction in all)
            {
                if (present[KeyOf(correction)].FirstOrDefault() is not { } same)
                {
                    fresh.Add(correction with { Id = next++ });
                }
                else if (same.UndoneAt is null && correction is { UndoneAt: { } at, UndoneBy: { } by })
                {
                    CorrectionTable.Undo(transaction, same.Id, by, at);
                }
            }

            Store(transaction, fresh, documents);
            added = fresh.Count;
        });
        return added;

        static string KeyOf(Correction correction) => CorrectionJson.Write(correction with { UndoneAt = null, UndoneBy = null });
    }

    /// <summary>Notes that corrections no longer count; what was said before them counts again.</summary>
    /// <exception cref="StoreException">NX3211: there is no such correction; NX3215: it is undone already.</exception>
    public void Undo(IReadOnlyList<long> ids, string by)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentException.ThrowIfNullOrEmpty(by);
        Write(Database.WholeStore, transaction =>
        {
            var all = CorrectionTable.Of(transaction.Connection!, transaction, ids).ToDictionary(static row => row.Id);
            var documents = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var id in ids)
            {
                if (!all.TryGetValue(id, out var row))
                {
                    throw new StoreException("NX3211", string.Create(CultureInfo.InvariantCulture, $"there is no correction {id} — newsextract corrections list shows all"));
                }

                if (row.UndoneAt is not null)
                {
                    throw new StoreException("NX3215", string.Create(CultureInfo.InvariantCulture, $"correction {id} was undone by {row.UndoneBy} already — nothing is left to do"));
                }

                documents.Add(row.Document);
            }

            LockAll(transaction, documents);
            foreach (var id in ids.Distinct())
            {
                CorrectionTable.Undo(transaction, id, by, Now());
            }

            ApplyAll(transaction, documents);
        });
    }

    /// <summary>All that was ever said, by number.</summary>
    public IReadOnlyList<CorrectionEntry> FindCorrections() => FindCorrections(CorrectionTable.All);

    /// <summary>Whether anybody said anything, what was taken back too.</summary>
    public bool HasCorrections() => Run(static connection => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM corrections)"));

    /// <summary>Corrections by number, those left out that there are not.</summary>
    public IReadOnlyList<CorrectionEntry> FindCorrections(IReadOnlyCollection<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return FindCorrections((connection, transaction) => CorrectionTable.Of(connection, transaction, ids));
    }

    /// <summary>Writes each article that was wholly accepted as gold files. One that has corrections without a place is left out: what it states is not known whole.</summary>
    /// <param name="folder">One that is not there yet, or empty.</param>
    /// <exception cref="StoreException">NX3219: no article was wholly accepted.</exception>
    /// <exception cref="IOException">The folder holds something, or can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written.</exception>
    public GoldSummary ExportGold(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException("the folder is not empty");
        }

        var entries = FindCorrections();
        var reviewed = entries.Where(static entry => entry is { Correction.Kind: CorrectedKind.Article, Place: not null }).Select(static entry => entry.Place!.Value).Distinct().ToList();
        if (reviewed.Count == 0)
        {
            throw new StoreException("NX3219", "no article was wholly accepted, and what nobody looked at is no gold — read one through and accept it: newsextract corrections accept --article ID --all");
        }

        var unplaced = entries.Where(static entry => entry.Problem is not null && entry.Correction.Action != CorrectionAction.Reject).ToLookup(static entry => StoreKeys.Article(entry.Correction.Document, entry.Correction.Article));
        var records = reviewed.Select(article => (Article: article, Record: FindRecord(article)!))
            .OrderBy(static item => item.Record.Source.File, StringComparer.Ordinal)
            .ThenBy(static item => item.Record.Source.Sha256, StringComparer.Ordinal)
            .ThenBy(static item => item.Record.Article.Index)
            .ToList();
        var leftOut = ImmutableArray.CreateBuilder<Diagnostic>();
        var summary = new GoldSummary(0, 0, 0, []);
        ExportTarget.Write(folder, "", temporary =>
        {
            Directory.CreateDirectory(temporary);
            var files = new GoldFiles(temporary);
            foreach (var (article, record) in records)
            {
                var reason = unplaced[article].FirstOrDefault() is { } lost
                    ? string.Create(CultureInfo.InvariantCulture, $"correction {lost.Correction.Id} has no place in it any more")
                    : files.Write(record);
                if (reason is not null)
                {
                    leftOut.Add(new Diagnostic("NX3218", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"{record.Source.File}: article {article} is left out: {reason}")));
                }
            }

            summary = new GoldSummary(files.Articles, files.Mentions, files.Facts, leftOut.ToImmutable());
        });
        return summary;
    }

    /// <summary>An article's record with its corrections.</summary>
    /// <param name="article">Its id.</param>
    /// <returns><c>null</c> when there is no such article.</returns>
    public ArticleRecord? FindRecord(long article) => Run(connection => connection.QuerySingleOrDefault<string?>(
        "SELECT COALESCE(c.json, r.json) FROM records r LEFT JOIN corrected_records c ON c.article = r.article WHERE r.article = @article",
        new { article })) is { } json ? RecordJson.Deserialize(json) : null;

    /// <summary>Corrections as JSON, one a line, as <see cref="ReadCorrection"/> takes them.</summary>
    public static string WriteCorrection(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return CorrectionJson.Write(correction);
    }

    /// <exception cref="JsonException">The element is no correction.</exception>
    public static Correction ReadCorrection(JsonElement line) => CorrectionJson.Read(line);

    private IReadOnlyList<CorrectionEntry> FindCorrections(Func<DbConnection, DbTransaction, IReadOnlyList<CorrectionRow>> select) => Run<IReadOnlyList<CorrectionEntry>>(connection =>
    {
        using var transaction = _database.BeginReading(connection);
        var newer = new Dictionary<string, (ImmutableArray<ArticleRecord> Records, DocumentTexts Texts)>(StringComparer.Ordinal);
        return
        [
            .. select(connection, transaction).Select(row => row.ToEntry(FindNewer(row))),
        ];

        long? FindNewer(CorrectionRow row)
        {
            if (row.SupersededBy is not { } sha256)
            {
                return null;
            }

            if (!newer.TryGetValue(sha256, out var document))
            {
                var records = CorrectionTable.Records(transaction, sha256);
                newer[sha256] = document = (records, new DocumentTexts(records));
            }

            var correction = row.ToCorrection();
            return document.Texts.Locate(correction.Statement, correction.Article) is { } found ? StoreKeys.Article(sha256, document.Records[found.Place].Article.Index) : null;
        }
    });

    private Dictionary<string, OpenDocument> OpenDocuments(DbTransaction transaction, IReadOnlyList<CorrectionRequest> requests)
    {
        var documents = requests.Select(request => FindTarget(transaction, request).Sha256).Distinct(StringComparer.Ordinal).ToList();
        LockAll(transaction, documents);
        return documents.ToDictionary(
            static sha256 => sha256,
            sha256 => new OpenDocument(sha256, CorrectionTable.Records(transaction, sha256), CorrectionTable.Of(transaction, sha256)),
            StringComparer.Ordinal);
    }

    // 123456/f3, 123456/m4, 123456
    private static (string Sha256, int Article, string? Item) FindTarget(DbTransaction transaction, CorrectionRequest request)
    {
        var parts = request.Target.Split('/');
        var origin = request.Origin is { } place ? $"{place}: " : "";
        var isWellFormed = parts is [_] or [_, ['f' or 'm', _, ..]];
        if (!isWellFormed || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            throw new StoreException("NX3211", $"{origin}'{request.Target}' names no article, fact or mention — write its id as newsextract query shows it: 4611686018427387904/f3");
        }

        var (sha256, number) = transaction.Connection!.QuerySingleOrDefault<(string?, long)>(
            "SELECT d.sha256, a.number FROM articles a JOIN documents d ON d.id = a.document WHERE a.id = @id",
            new { id },
            transaction);
        return sha256 is not null
            ? (sha256, (int)number, parts.Length > 1 ? parts[1] : null)
            : throw new StoreException("NX3211", $"{origin}{request.Target}: the store has no such article — newsextract query shows the ids");
    }

    // What was asked for must come to something, and must not undo silently what was said before.
    private static void CheckEffects(IEnumerable<OpenDocument> documents, List<(Correction Correction, CorrectionRequest Request)> made)
    {
        foreach (var document in documents)
        {
            var wanted = document.Effective.Union(made.Select(static item => item.Correction.Id));
            foreach (var (id, _) in document.Corrected.Places.Where(place => place.Value.Problem is not null && wanted.Contains(place.Key)).OrderBy(static place => place.Key))
            {
                var own = made.Find(item => item.Correction.Id == id);
                var request = own.Request ?? made.Find(item => item.Correction.Id == document.FindCause(id)).Request;
                var origin = request?.Origin is { } place ? $"{place}: " : "";
                throw own.Correction is null
                    ? new StoreException("NX3215", string.Create(CultureInfo.InvariantCulture, $"{origin}correction {id} stands at this place — undo it, or edit what it made"))
                    : new StoreException("NX3212", $"{origin}'{own.Correction.Statement.At.Quote}' can't be bound to the article's text — its spans are not those of a paragraph");
            }
        }
    }

    private void Store(DbTransaction transaction, IEnumerable<Correction> made, IEnumerable<string> documents)
    {
        foreach (var correction in made)
        {
            CorrectionTable.Insert(transaction, correction);
        }

        ApplyAll(transaction, documents);
    }

    private void ApplyAll(DbTransaction transaction, IEnumerable<string> documents)
    {
        foreach (var document in documents)
        {
            _writer.Correct(transaction, document);
        }
    }

    private void LockAll(DbTransaction transaction, IEnumerable<string> documents)
    {
        foreach (var id in documents.Select(StoreKeys.Document).Order())
        {
            _database.Lock(transaction, id);
        }
    }
}
