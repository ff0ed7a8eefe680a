using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests;

/// <summary>What a store promises, on both databases.</summary>
[Collection(StoreCollection.Name)]
public class StoreContractTests(StoreDatabases databases)
{
    [Theory, OnSqlite, OnPostgreSql]
    public void A_document_is_found_as_it_was_stored(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var document = Samples.Document("a.txt");

        temporary.Store.Save(document);

        var found = temporary.Store.FindDocument(document.Sha256);
        Assert.Equal(new DocumentSummary(document.Sha256, "a.txt", ExtractionState.Complete, "reader=1", "rules=1", "0.1.0", HasReading: true, Path: null), found);
        Assert.Equal((1, 1), (temporary.Store.CountArticles(new NewsFilter()), temporary.Store.CountFacts(new NewsFilter())));
        Assert.Equal(document.Reading!.Value.ToArray(), temporary.Store.FindReading(document.Sha256, "reader=1"));
        Assert.Null(temporary.Store.FindReading(document.Sha256, "reader=2"));
        Assert.Null(temporary.Store.FindDocument(Samples.Sha256("other")));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Storing_it_again_replaces_it_and_keeps_its_reading(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var document = Samples.Document("a.txt");
        temporary.Store.Save(document);

        temporary.Store.Save(document with { ExtractionKey = "rules=2", Reading = null });

        var found = temporary.Store.FindDocument(document.Sha256)!;
        Assert.Equal(("rules=2", true), (found.ExtractionKey, found.HasReading));
        Assert.Equal((1, 1), (temporary.Store.CountArticles(new NewsFilter()), temporary.Store.CountFacts(new NewsFilter())));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_file_that_changed_takes_the_place_of_what_it_was(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var run = temporary.Store.BeginRun("0.1.0", "", "");
        var (before, after) = (Samples.Document("a.txt", person: "李明"), Samples.Document("a.txt", person: "王芳"));

        Save(temporary.Store, run, 0, "/a.txt", before);
        Save(temporary.Store, run, 1, "/a.txt", after);

        Assert.Equal([StoreKeys.Document(before.Sha256)], Superseded(temporary));
        Save(temporary.Store, run, 2, "/b.txt", before);
        Assert.Empty(Superseded(temporary));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_run_tells_what_became_of_each_input(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var problem = new Diagnostic("NX1001", Severity.Error, "the source is empty");
        var run = temporary.Store.BeginRun("0.1.0", "reader=1", "rules=1");
        Save(temporary.Store, run, 0, "/a.txt", Samples.Document("a.txt"));
        temporary.Store.Save(new InputEntry("/b.txt", InputStatus.Unreadable, null, null, null, problem), null, new RunEntry(run, 1, "/b.txt", RunOutcome.Failed, 0, 0, 0, problem));
        temporary.Store.EndRun(run);

        var entries = temporary.Store.FindRun(run).ToList();

        Assert.Equal([(RunOutcome.Stored, 1, 0), (RunOutcome.Failed, 0, 1)], entries.Select(static entry => (entry.Outcome, entry.Facts, entry.Diagnostics.Length)));
        Assert.Equal("NX1001", entries[1].Problem!.Code);
        Assert.NotNull(temporary.Store.FindRunSummary(run).Finished);
        Assert.Equal(["/b.txt"], temporary.Store.FindInputs(InputStatus.Unreadable).Select(static input => input.Path));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Runs_are_listed_the_latest_first_with_what_they_came_to(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var problem = new Diagnostic("NX1001", Severity.Error, "the source is empty");
        var first = temporary.Store.BeginRun("0.1.0", "", "");
        Save(temporary.Store, first, 0, "/a.txt", Samples.Document("a.txt"));
        temporary.Store.Save(new InputEntry("/b.txt", InputStatus.Unreadable, null, null, null, problem), null, new RunEntry(first, 1, "/b.txt", RunOutcome.Failed, 0, 0, 0, problem));
        temporary.Store.EndRun(first);
        var second = temporary.Store.BeginRun("0.1.0", "", "");

        var runs = temporary.Store.FindRuns(10);

        Assert.Equal([(second, 0L, 0L, 0L, false), (first, 2L, 1L, 1L, true)], runs.Select(static run => (run.Run, run.Inputs, run.Facts, run.Failed, run.Finished is not null)));
        Assert.Equal([second], temporary.Store.FindRuns(1).Select(static run => run.Run));
        Assert.Equal(runs[1], temporary.Store.FindRunTotals(first));
        Assert.Null(temporary.Store.FindRunTotals(99));
        Assert.Equal([("/b.txt", "NX1001")], temporary.Store.FindFailures(first, 10).Select(static entry => (entry.Path, entry.Problem!.Code)));
        Assert.Empty(temporary.Store.FindFailures(second, 10));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Paths_are_ordered_by_their_characters_alone(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var run = temporary.Store.BeginRun("0.1.0", "", "");
        string[] paths = ["/b.txt", "/A.txt", "/_.txt", "/太原.txt", "/a b.txt", "/ab.txt"];
        for (var i = 0; i < paths.Length; i++)
        {
            Save(temporary.Store, run, i, paths[i], Samples.Document(paths[i]));
        }

        Assert.Equal(paths.Order(StringComparer.Ordinal), temporary.Store.FindInputs().Select(static input => input.Path));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_text_with_a_sign_that_no_database_keeps_is_stored(StoreKind kind)
    {
        using var temporary = databases.Create(kind);

        temporary.Store.Save(Samples.Document("a.txt", person: "李\0明\ud842"));

        Assert.NotNull(temporary.Store.FindDocument(Samples.Document("a.txt", person: "李\0明\ud842").Sha256));
        Assert.Equal(1, temporary.Store.CountArticles(new NewsFilter()));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_connection_to_read_refuses_to_write(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a.txt"));
        using var database = temporary.CreateDatabase();
        using var connection = database.OpenReadOnly();

        Assert.Equal(1, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM documents"));
        Assert.ThrowsAny<DbException>(() => connection.Execute("DELETE FROM articles"));
        Assert.ThrowsAny<DbException>(() => connection.Execute("CREATE TABLE other (id BIGINT)"));
        Assert.NotNull(temporary.Store.FindDocument(Samples.Document("a.txt").Sha256));
        Assert.Equal(1, temporary.Store.CountArticles(new NewsFilter()));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Writing_goes_on_after_reading(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a.txt"));
        using var database = temporary.CreateDatabase();
        database.OpenReadOnly().Dispose();

        using var connection = database.Open();

        Assert.Equal(1, connection.Execute("DELETE FROM articles"));
    }

    private static void Save(NewsStore store, long run, int number, string path, DocumentEntry document) =>
        store.Save(new InputEntry(path, InputStatus.Stored, document.Sha256, document.Bytes, 1), document, new RunEntry(run, number, path, RunOutcome.Stored, 0, 1, 1));

    private static List<long> Superseded(TemporaryStore temporary) => temporary.Query<long>("SELECT id FROM documents WHERE superseded_by IS NOT NULL");
}
