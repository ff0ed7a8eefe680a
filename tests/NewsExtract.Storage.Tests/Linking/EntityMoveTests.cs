using System.Globalization;
using NewsExtract.Batch.Steps;
using NewsExtract.Storage.Entities;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests.Linking;

/// <summary>An id that an entity had leads on to the one that has its first member.</summary>
[Collection(StoreCollection.Name)]
public class EntityMoveTests(StoreDatabases databases)
{
    [Theory, OnSqlite, OnPostgreSql]
    public void An_earlier_issue_takes_no_kept_address_away(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        var before = Link(store, Samples.Document("b.txt", date: "2021-01-01"));

        var now = Link(store, Samples.Document("a.txt", date: "2020-01-01"));

        Assert.NotEqual(before, now);
        Assert.Equal(now, store.FindEntity(before)?.Id);
        Assert.Equal(now, store.FindEntity(now)?.Id);
        Assert.Equal(now, Assert.Single(store.FindEntities(before.ToString(CultureInfo.InvariantCulture))).Id);
        Assert.Equal(2, store.FindFacts(new NewsFilter { EntityId = before }).Count);
        Assert.Equal(2, store.CountArticles(new NewsFilter { EntityId = before }));
        Assert.Null(store.FindEntity(before + 1));
        Assert.Empty(store.FindFacts(new NewsFilter { EntityId = before + 1 }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Nor_does_linking_all(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        var before = Link(store, Samples.Document("b.txt", date: "2021-01-01"));
        temporary.Execute("DELETE FROM derivations WHERE name = 'entities'");

        var now = Link(store, Samples.Document("a.txt", date: "2020-01-01"));

        Assert.NotEqual(before, now);
        Assert.Equal(now, store.FindEntity(before)?.Id);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Nor_does_extracting_its_first_article_anew(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        store.Save(Samples.Document("a.txt", date: "2020-01-01"));
        var before = Link(store, Samples.Document("b.txt", date: "2021-01-01"));

        var now = Link(store, Samples.Document("a.txt", date: "2022-01-01"));

        Assert.NotEqual(before, now);
        Assert.Equal(now, store.FindEntity(before)?.Id);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Where_its_first_article_is_gone_the_next_one_tells(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        Put(store, Samples.Document("a.txt", place: "太原市", date: "2020-01-01"));
        var before = Link(store, Samples.Document("b.txt", date: "2021-01-01"));

        Put(store, Samples.Document("a.txt", place: "大同市", date: "2020-01-01"));
        var now = Link(store, Samples.Document("c.txt", date: "2022-01-01"));

        Assert.NotEqual(before, now);
        Assert.Equal(now, store.FindEntity(before)?.Id);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_is_gone_altogether_leads_nowhere(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        Put(store, Samples.Document("a.txt", place: "太原市"));
        var before = Link(store);

        Put(store, Samples.Document("a.txt", place: "大同市"));
        new EntityStep().Run(store, CancellationToken.None);

        Assert.Null(store.FindEntity(before));
        Assert.Empty(store.FindFacts(new NewsFilter { EntityId = before }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void After_a_split_it_leads_to_where_its_first_member_went(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        var before = Link(store, Samples.Document("b.txt", date: "2021-01-01"));
        store.Save(Samples.Document("a.txt", date: "2020-01-01"));
        Link(store, Samples.Document("c.txt", date: "2022-01-01"));
        var members = store.FindMembers(store.FindEntity(before)!.Id).ToDictionary(static member => member.Source, static member => new StoredAnchor(member.Article, member.Type, member.Name));

        store.AddDecision(EntityDecisionKind.Split, "editor", "", [members["a.txt"]], [members["b.txt"], members["c.txt"]]);
        new EntityStep().Run(store, CancellationToken.None);

        Assert.Equal(["b.txt", "c.txt"], store.FindMembers(store.FindEntity(before)!.Id).Select(static member => member.Source));
    }

    /// <returns>The id of 太原市.</returns>
    private static long Link(NewsStore store, params DocumentEntry[] documents)
    {
        foreach (var document in documents)
        {
            store.Save(document);
        }

        new EntityStep().Run(store, CancellationToken.None);
        return store.FindEntities("太原市", "GPE")[0].Id;
    }

    private static void Put(NewsStore store, DocumentEntry document)
    {
        var run = store.BeginRun("0.1.0", "", "");
        store.Save(new InputEntry("/" + document.Name, InputStatus.Stored, document.Sha256, 1, 1), document, new RunEntry(run, 0, "/" + document.Name, RunOutcome.Stored, 0, 1, 1));
    }
}
