using System.Globalization;
using NewsExtract.Batch.Steps;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests.Linking;

/// <summary>Until names are linked again, those of a corrected article that the correction leaves lead where they did.</summary>
[Collection(StoreCollection.Name)]
public class CorrectedLinkTests(StoreDatabases databases)
{
    private const int Place = 0;
    private const int Person = 1;

    [Theory, OnSqlite, OnPostgreSql]
    public void A_correction_of_a_fact_takes_no_name_out_of_its_entity(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var (store, article) = (temporary.Store, Linked(temporary.Store));
        var before = store.FindContext(article)!.Entities;

        Correct(store, article, "f1");

        Assert.Equal([Place, Person], before.Keys);
        Assert.Equal(before, store.FindContext(article)!.Entities);
        Assert.Equal(2, store.FindMembers(before[Person]).Count);
        Assert.Equal(2, store.CountArticles(new NewsFilter { EntityId = before[Person] }));
        new EntityStep().Run(store, CancellationToken.None);
        Assert.Equal(before, store.FindContext(article)!.Entities);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_correction_of_a_mention_takes_its_own_entity_out_and_the_others_keep_their_numbers(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var (store, article) = (temporary.Store, Linked(temporary.Store));
        var before = store.FindContext(article)!.Entities;

        Correct(store, article, "m1");

        var left = Assert.Single(store.FindContext(article)!.Entities);
        Assert.Equal((Person, before[Person]), (left.Key, left.Value));
        Assert.Equal("e2", Assert.Single(store.FindRecord(article)!.Entities).Id);
        Assert.Single(store.FindMembers(before[Place]));
        new EntityStep().Run(store, CancellationToken.None);
        Assert.Equal([Person], store.FindContext(article)!.Entities.Keys);

        store.Undo([1], "editor");
        new EntityStep().Run(store, CancellationToken.None);
        Assert.Equal(before, store.FindContext(article)!.Entities);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Roles_name_the_entities_that_are_left(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var (store, article) = (temporary.Store, Linked(temporary.Store));

        Correct(store, article, "m1");

        Assert.Equal(["person 1"], temporary.Query<string>(string.Create(CultureInfo.InvariantCulture, $"SELECT role || ' ' || entity FROM arguments WHERE article = {article} AND entity IS NOT NULL")));
        Assert.Equal(["PER"], temporary.Query<string>(string.Create(CultureInfo.InvariantCulture, $"SELECT entity_types FROM facts WHERE article = {article}")));
    }

    /// <returns>The id of one of two articles that name the same.</returns>
    private static long Linked(NewsStore store)
    {
        store.Save(Samples.Document("a.txt", date: "2020-01-01"));
        store.Save(Samples.Document("b.txt", date: "2021-01-01"));
        new EntityStep().Run(store, CancellationToken.None);
        return store.FindArticles(new NewsFilter { Source = "a.txt" })[0].Id;
    }

    private static void Correct(NewsStore store, long article, string item) =>
        store.Correct([new CorrectionRequest(CorrectionAction.Reject, string.Create(CultureInfo.InvariantCulture, $"{article}/{item}"))], "editor", []);
}
