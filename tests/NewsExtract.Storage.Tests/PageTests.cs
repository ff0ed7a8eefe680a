using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests;

/// <summary>Answers in parts, and how they are spread, alike in both databases.</summary>
[Collection(StoreCollection.Name)]
public class PageTests(StoreDatabases databases)
{
    [Theory, OnSqlite, OnPostgreSql]
    public void Parts_joined_are_the_whole_in_both_orders(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        Fill(temporary.Store);

        foreach (var order in (DateOrder[])[DateOrder.Earliest, DateOrder.Latest])
        {
            var whole = temporary.Store.FindFacts(new NewsFilter(), order, 100, after: null);
            Assert.Null(whole.Next);
            Assert.Equal(whole.Items.Select(fact => fact.Id), Walk(temporary.Store, order, size: 2, static _ => { }));
        }

        var earliest = temporary.Store.FindFacts(new NewsFilter(), DateOrder.Earliest, 100, after: null).Items;
        Assert.Equal(temporary.Store.FindFacts(new NewsFilter()).Select(static fact => fact.Id), earliest.Select(static fact => fact.Id));
        Assert.Equal(temporary.Store.FindArticles(new NewsFilter()).Select(static article => article.Id), WalkArticles(temporary.Store));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_is_stored_between_two_parts_shows_nothing_twice(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        Fill(temporary.Store);
        var before = temporary.Store.FindFacts(new NewsFilter()).Select(static fact => fact.Id).ToHashSet(StringComparer.Ordinal);

        var found = Walk(temporary.Store, DateOrder.Latest, size: 1, part => temporary.Store.Save(Samples.Document($"new{part}.txt", person: "赵强", place: "晋城市", date: $"202{part % 5}-03-0{1 + part}")));

        Assert.Equal(found.Distinct(StringComparer.Ordinal), found);
        Assert.Superset(before, found.ToHashSet(StringComparer.Ordinal));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_facet_counts_what_the_question_would_find_with_it(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        Fill(temporary.Store);

        var facets = temporary.Store.CountFacets(new NewsFilter(), ofFacts: true);

        Assert.Equal(temporary.Store.CountFacts(new NewsFilter()), facets.Total);
        Assert.NotEmpty(facets.Place);
        Assert.All(facets.Type, facet => Assert.Equal(facet.Count, temporary.Store.CountFacts(new NewsFilter { Types = [facet.Name] })));
        Assert.All(facets.Place, facet => Assert.Equal(facet.Count, temporary.Store.CountFacts(new NewsFilter { Place = facet.Name })));
        Assert.All(facets.EntityType, facet => Assert.Equal(facet.Count, temporary.Store.CountFacts(new NewsFilter { EntityType = facet.Name })));
        Assert.All(facets.Year, facet => Assert.Equal(facet.Count, temporary.Store.CountFacts(new NewsFilter { From = $"{facet.Name}-01-01", To = $"{facet.Name}-12-31" })));
        Assert.All(facets.Source, facet => Assert.Equal(facet.Count, temporary.Store.CountFacts(new NewsFilter { Source = facet.Name })));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Articles_have_facets_of_their_own(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        Fill(temporary.Store);
        var filter = new NewsFilter { Words = ["太原"] };

        var facets = temporary.Store.CountFacets(filter, ofFacts: false);

        Assert.Equal(temporary.Store.CountArticles(filter), facets.Total);
        Assert.All(facets.Type, facet => Assert.Equal(facet.Count, temporary.Store.CountArticles(filter with { Types = [facet.Name] })));
        Assert.All(facets.EntityType, facet => Assert.Equal(facet.Count, temporary.Store.CountArticles(filter with { EntityType = facet.Name })));
        Assert.Equal(0, temporary.Store.CountArticles(filter with { Types = ["honor"] }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void The_version_of_the_content_changes_when_something_is_written_and_not_before(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var before = temporary.Store.ContentVersion();
        temporary.Store.FindFacts(new NewsFilter());
        if (kind == StoreKind.Sqlite)
        {
            // Of PostgreSQL other databases of the same server may write.
            Assert.Equal(before, temporary.Store.ContentVersion());
        }

        temporary.Store.Save(Samples.Document("a.txt"));

        Assert.NotEqual(before, temporary.Store.ContentVersion());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_document_comes_with_its_articles_and_an_article_with_its_place(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        Fill(temporary.Store);
        var article = temporary.Store.FindArticles(new NewsFilter { Words = ["王芳"] })[0];

        var document = temporary.Store.FindDocumentHit(article.Sha256)!;
        var context = temporary.Store.FindContext(article.Id)!;

        Assert.Equal(article.Id, Assert.Single(document.Articles).Id);
        Assert.Equal((article.Source, article.Number), (context.Place.Source, context.Place.Number));
        Assert.Null(temporary.Store.FindContext(1));
        Assert.Null(temporary.Store.FindDocumentHit(new string('0', 64)));
        var all = temporary.Store.FindDocuments(100, after: null);
        Assert.Equal(all.Select(static one => one.Name).Order(StringComparer.Ordinal), all.Select(static one => one.Name));
        Assert.Equal(all.Skip(2).Select(static one => one.Sha256), temporary.Store.FindDocuments(100, (all[1].Name, all[1].Sha256)).Select(static one => one.Sha256));
        Assert.Equal(all.Count, temporary.Store.Summarize().Documents);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void An_empty_store_has_an_answer_to_everything(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;

        Assert.Equal(new StoreSummary(), store.Summarize());
        Assert.Equal(0, store.CountFacets(new NewsFilter(), ofFacts: true).Total);
        Assert.Empty(store.FindOpenFacts());
        Assert.Empty(store.FindDocuments(10, after: null));
        Assert.All(NumberKind.All, one => Assert.Empty(store.FindSeries(one)));
    }

    private static void Fill(NewsStore store)
    {
        store.Save(Samples.Document("a.txt", person: "李明", place: "太原市", date: "2023-12-01"));
        store.Save(Samples.Document("b.txt", person: "王芳", place: "大同市", date: "2024-02"));
        store.Save(Samples.Document("c.txt", person: "张伟", place: "太原市", date: "2024-02"));
        store.Save(Samples.Document("e.txt", person: "刘洋", place: "太原市小店区", date: null));
        store.Save(Samples.Document("ee.txt", person: "陈静", place: "长治市", date: null));
    }

    private static List<string> Walk(NewsStore store, DateOrder order, int size, Action<int> between)
    {
        var found = new List<string>();
        PlaceInOrder? after = null;
        var part = 0;
        do
        {
            var page = store.FindFacts(new NewsFilter(), order, size, after);
            found.AddRange(page.Items.Select(static fact => fact.Id));
            after = page.Next;
            if (part < 5)
            {
                between(part++);
            }
        }
        while (after is not null);

        return found;
    }

    private static List<long> WalkArticles(NewsStore store)
    {
        var found = new List<long>();
        PlaceInOrder? after = null;
        do
        {
            var page = store.FindArticles(new NewsFilter(), 2, after);
            found.AddRange(page.Items.Select(static article => article.Id));
            after = page.Next;
        }
        while (after is not null);

        return found;
    }
}
