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
    public void A_facet_of_a_paper_or_file_counts_no_other_whose_name_holds_it(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a0.txt"));
        temporary.Store.Save(Samples.Document("ba0.txt", person: "王芳"));
        temporary.Store.Save(OfPaper(Samples.Document("c.txt", person: "张伟"), "太原日报"));
        temporary.Store.Save(OfPaper(Samples.Document("d.txt", person: "刘洋"), "太原日报社"));

        var facets = temporary.Store.CountFacets(new NewsFilter(), ofFacts: true);

        Assert.Equal<Facet>([new("a0.txt", 1), new("ba0.txt", 1), new("太原日报", 1), new("太原日报社", 1)], facets.Source);
        Assert.All(facets.Source, facet => Assert.Equal(facet.Count, temporary.Store.CountFacts(new NewsFilter { Source = facet.Name })));
        Assert.Equal(2, temporary.Store.CountFacts(new NewsFilter { Source = "日报" }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_is_so_much_that_it_is_walked_through_by_date_comes_part_by_part_as_a_whole(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        for (var i = 0; i < 2100; i++)
        {
            temporary.Store.Save(Samples.Document($"{i:D4}.txt", person: i % 3 == 0 ? "李明" : "王芳", date: i % 50 == 0 ? null : $"{2000 + (i % 20)}-0{1 + (i % 9)}-01"));
        }

        if (kind == StoreKind.PostgreSql)
        {
            // As the server does of itself, some time after rows came: it tells what is common.
            temporary.Execute("ANALYZE articles, article_search, facts");
        }

        foreach (var filter in (NewsFilter[])[new(), new() { Types = ["position"] }, new() { Words = ["市长"] }, new() { Words = ["市长"], To = "2009-05-01", From = "2003" }, new() { EntityType = "PER", Words = ["李明"] }])
        {
            var all = temporary.Store.FindFacts(filter).Select(static fact => fact.Id).ToList();
            Assert.NotEmpty(all);
            Assert.Equal(all, Walk(temporary.Store, DateOrder.Earliest, size: 300, static _ => { }, filter));
            Assert.Equal(all.Order(StringComparer.Ordinal), Walk(temporary.Store, DateOrder.Latest, size: 700, static _ => { }, filter).Order(StringComparer.Ordinal));
            Assert.Equal(all.Count, temporary.Store.CountFacets(filter, ofFacts: true).Total);
        }

        var latest = temporary.Store.FindFacts(new NewsFilter(), DateOrder.Latest, 2100, after: null).Items;
        Assert.Equal("2019-09-01", latest[0].Date);
        Assert.Null(latest[^1].Date);
        Assert.Equal(temporary.Store.CountFacts(new NewsFilter { Words = ["李明"] }), temporary.Store.CountFacets(new NewsFilter { Words = ["李明"] }, ofFacts: false).Total);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_another_document_took_the_place_of_is_counted_nowhere(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var run = temporary.Store.BeginRun("0.1.0", "", "");
        foreach (var (number, path, person) in ((int, string, string)[])[(0, "/a.txt", "李明"), (1, "/a.txt", "王芳"), (2, "/b.txt", "张伟")])
        {
            var document = Figure(Samples.Document(path[1..], person: person), person);
            temporary.Store.Save(new InputEntry(path, InputStatus.Stored, document.Sha256, 1, 1), document, new RunEntry(run, number, path, RunOutcome.Stored, 0, 1, 2));
        }

        foreach (var filter in (NewsFilter[])[new(), new() { Types = ["position"] }, new() { EntityType = "PER" }, new() { Entity = "李明" }, new() { Modality = NewsFilter.Stated }, new() { Roles = [new RoleCondition("person", "李明", IsPart: false)] }, new() { Words = ["市长"] }, new() { From = "2000-01-01" }])
        {
            var found = temporary.Store.FindFacts(filter).Count;
            Assert.Equal((found, found), (temporary.Store.CountFacts(filter), temporary.Store.CountFacets(filter, ofFacts: true).Total));
        }

        Assert.Equal((2, 4), (temporary.Store.Summarize().Documents, temporary.Store.Summarize().Facts));
        Assert.Equal(["张伟 1", "王芳 1"], temporary.Store.FindSeries(NumberKind.All[0]).Select(static series => $"{series.Name} {series.Facts}").Order(StringComparer.Ordinal));

        // With a figure that tells whose bulletin it is.
        static DocumentEntry Figure(DocumentEntry document, string name) => document with
        {
            Articles =
            [
                .. document.Articles.Select(article => article with
                {
                    Facts = [.. article.Facts, article.Facts[0] with { Id = "f9", Type = "statistic", Roles = new Dictionary<string, ArgumentValue> { ["indicator"] = new ArgumentValue.Text(name) }, RoleSpans = new Dictionary<string, System.Collections.Immutable.ImmutableArray<TextSpan>>() }],
                }),
            ],
        };
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

    private static DocumentEntry OfPaper(DocumentEntry document, string paper) =>
        document with { Articles = [document.Articles[0] with { Article = document.Articles[0].Article with { Source = paper } }] };

    private static List<string> Walk(NewsStore store, DateOrder order, int size, Action<int> between, NewsFilter? filter = null)
    {
        var found = new List<string>();
        PlaceInOrder? after = null;
        var part = 0;
        do
        {
            var page = store.FindFacts(filter ?? new NewsFilter(), order, size, after);
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
