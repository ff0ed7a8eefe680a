using Dapper;
using NewsExtract.Storage.Entities;
using NewsExtract.Storage.Work;

namespace NewsExtract.Storage.Tests;

/// <summary>What can't be opened says why.</summary>
[Collection(StoreCollection.Name)]
public class StoreErrorTests(StoreDatabases databases)
{
    private const int Wrong = 99;

    [Fact]
    public void A_file_that_is_no_store_is_refused()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "李明是市长。这不是数据库，只是一段文字，长到足够一页。" + new string('。', 5000));

            Assert.Equal("NX3001", Code(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Tables_of_another_program_are_left_alone(StoreKind kind)
    {
        using var temporary = databases.CreateEmpty(kind);
        temporary.Execute("CREATE TABLE documents (title TEXT)");

        Assert.Equal("NX3001", Code(temporary.Location));
        Assert.Empty(temporary.Query<string>("SELECT title FROM documents"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_store_of_a_newer_program_is_refused(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a.txt"));
        temporary.Execute($"UPDATE store_version SET version = {Wrong}");

        Assert.Equal("NX3002", Code(temporary.Location));
        Assert.Equal([Wrong], temporary.Query<long>("SELECT version FROM store_version"));
    }

    [Theory, OnPostgreSql]
    public void Who_waits_too_long_for_another_writer_is_told_that_the_store_is_busy(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        using var other = NewsStore.Open($"{temporary.Location}?Options=-c%20lock_timeout%3D200ms");
        StoreException? refused = null;

        // What links holds the whole store.
        temporary.Store.Relate(_ => refused = Assert.Throws<StoreException>(() =>
            other.AddDecision(EntityDecisionKind.Merge, "李明", "one and the same", [new StoredAnchor(1, "PER", "李明")], [new StoredAnchor(2, "PER", "李明")])));

        Assert.Equal("NX3003", refused?.Diagnostic.Code);
        Assert.Empty(other.FindDecisions());
    }

    [Theory, OnPostgreSql]
    public void A_server_that_is_not_there_is_named_without_the_password(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var port = PostgresServer.FindFreePort();

        var exception = Assert.Throws<StoreException>(() => NewsStore.Open(databases.Server.Url("news1", password: "geheim", port: port)));

        Assert.Equal("NX3004", exception.Diagnostic.Code);
        Assert.Contains($":{port}/news1: the database can't be reached", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", exception.Message, StringComparison.Ordinal);
    }

    [Theory, OnPostgreSql]
    public void A_wrong_password_no_password_and_a_wrong_database_are_told_apart(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var withoutPassword = new UriBuilder(temporary.Location) { Password = "" }.ToString();

        Assert.Contains("refuses the user or the password", Refusal(databases.Server.Url("postgres", password: "wrong")), StringComparison.Ordinal);
        Assert.Contains("No password", Refusal(withoutPassword), StringComparison.Ordinal);
        Assert.Contains("no such database", Refusal(databases.Server.Url("nowhere")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://")]
    [InlineData("postgres://host")]
    [InlineData("postgres://user:secret@host:5432/")]
    [InlineData("postgres://user:secret@host/news?colour=red")]
    public void An_address_that_is_none_is_refused_without_its_password(string url)
    {
        var exception = Assert.Throws<StoreException>(() => NewsStore.Open(url));

        Assert.Equal("NX3004", exception.Diagnostic.Code);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Theory, OnPostgreSql]
    public void Work_is_registered_and_runs_are_ended_while_the_whole_store_is_held(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        using var other = NewsStore.Open($"{temporary.Location}?Options=-c%20lock_timeout%3D200ms");

        temporary.Store.Relate(_ =>
        {
            var run = other.BeginWork("0.1.0", "reader=1", "rules=1", "0123456789abcdef");
            other.RegisterWork(run, "0123456789abcdef", [new WorkInput(0, "/a", "a", null, 1, 1, new Diagnostic("NX2001", Severity.Error, "gone"))]);
            other.CloseWork(run);
            Assert.Equal([run], other.FindDoneRuns());
            other.EndDoneRun(run);
            Assert.Empty(other.FindDoneRuns());
        });
    }

    [Theory, OnPostgreSql]
    public void A_database_that_takes_too_long_is_not_said_to_be_away(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        Assert.Empty(temporary.Store.FindDoneRuns());
        using var store = NewsStore.Open(temporary.Location + "?Command%20Timeout=1");
        using var other = temporary.Connect();
        other.Execute($"SELECT pg_advisory_lock({StoreKeys.Runs})");

        var exception = Assert.Throws<StoreException>(() => store.EndRun(1));

        Assert.Equal("NX3008", exception.Diagnostic.Code);
        Assert.Contains("has not answered for 1 seconds", exception.Message, StringComparison.Ordinal);
    }

    [Theory, OnPostgreSql]
    public async Task Tables_are_made_however_long_that_takes(StoreKind kind)
    {
        using var temporary = databases.CreateEmpty(kind);
        using var other = temporary.Connect();
        other.Execute("SELECT pg_advisory_lock(-1)");
        var opening = Task.Run(() => NewsStore.Open(temporary.Location + "?Command%20Timeout=1&Options=-c%20lock_timeout%3D200ms"));

        await Task.WhenAny(opening, Task.Delay(TimeSpan.FromSeconds(2.5)));
        Assert.False(opening.IsCompleted);
        other.Execute("SELECT pg_advisory_unlock(-1)");

        using var store = await opening;
        Assert.Empty(store.FindDoneRuns());
    }

    private static string Code(string location) => Assert.Throws<StoreException>(() => NewsStore.Open(location)).Diagnostic.Code;

    private static string Refusal(string location)
    {
        var exception = Assert.Throws<StoreException>(() => NewsStore.Open(location));
        Assert.Equal("NX3004", exception.Diagnostic.Code);
        return exception.Message;
    }
}
