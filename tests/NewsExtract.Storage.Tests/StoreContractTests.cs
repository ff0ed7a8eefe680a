using Microsoft.Data.Sqlite;

namespace NewsExtract.Storage.Tests;

public class StoreContractTests
{
    [Fact]
    public void A_document_is_found_as_it_was_stored()
    {
        using var temporary = new TemporaryStore();
        var document = Samples.Document("a.txt");

        temporary.Store.Save(document);

        var found = temporary.Store.FindDocument(document.Sha256);
        Assert.Equal(new DocumentSummary(document.Sha256, "a.txt", ExtractionState.Complete, "reader=1", "rules=1", "0.1.0", HasReading: true, Articles: 1, Facts: 1, Path: null), found);
        Assert.Equal(document.Reading!.Value.ToArray(), temporary.Store.FindReading(document.Sha256, "reader=1"));
        Assert.Null(temporary.Store.FindReading(document.Sha256, "reader=2"));
        Assert.Null(temporary.Store.FindDocument(Samples.Sha256("other")));
    }

    [Fact]
    public void Storing_it_again_replaces_it_and_keeps_its_reading()
    {
        using var temporary = new TemporaryStore();
        var document = Samples.Document("a.txt");
        temporary.Store.Save(document);

        temporary.Store.Save(document with { ExtractionKey = "rules=2", Reading = null });

        var found = temporary.Store.FindDocument(document.Sha256)!;
        Assert.Equal(("rules=2", 1, 1, true), (found.ExtractionKey, found.Articles, found.Facts, found.HasReading));
    }

    [Fact]
    public void A_file_that_changed_takes_the_place_of_what_it_was()
    {
        using var temporary = new TemporaryStore();
        var run = temporary.Store.BeginRun("0.1.0", "", "");
        var (before, after) = (Samples.Document("a.txt", person: "李明"), Samples.Document("a.txt", person: "王芳"));

        Save(temporary.Store, run, 0, "/a.txt", before);
        Save(temporary.Store, run, 1, "/a.txt", after);

        Assert.Equal([StoreKeys.Document(before.Sha256)], Superseded(temporary.Path));
        Save(temporary.Store, run, 2, "/b.txt", before);
        Assert.Empty(Superseded(temporary.Path));
    }

    [Fact]
    public void A_run_tells_what_became_of_each_input()
    {
        using var temporary = new TemporaryStore();
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

    [Fact]
    public void A_file_that_is_no_store_is_refused()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "李明是市长。这不是数据库，只是一段文字，长到足够一页。" + new string('。', 5000));

            Assert.Equal("NX3001", Assert.Throws<StoreException>(() => NewsStore.Open(path)).Diagnostic.Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Save(NewsStore store, long run, int number, string path, DocumentEntry document) =>
        store.Save(new InputEntry(path, InputStatus.Stored, document.Sha256, document.Bytes, 1), document, new RunEntry(run, number, path, RunOutcome.Stored, 0, 1, 1));

    private static List<long> Superseded(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM documents WHERE superseded_by IS NOT NULL";
        using var reader = command.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }
}
