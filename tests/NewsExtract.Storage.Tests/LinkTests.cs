using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests;

/// <summary>Articles that share text: what is stored of them, and how it shows, on both databases.</summary>
[Collection(StoreCollection.Name)]
public class LinkTests(StoreDatabases databases)
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void Links_show_in_answers_and_lists(StoreKind kind)
    {
        using var temporary = Filled(kind);
        var store = temporary.Store;

        Assert.Equal([("a.txt", 1), ("b.txt", 1), ("c.txt", 0)], store.FindArticles(new NewsFilter()).Select(static article => (article.Source, article.Reprints)).Order());
        Assert.All(store.FindFacts(new NewsFilter { Source = "a.txt" }), static fact => Assert.Equal(1, fact.Reprints));
        Assert.Equal(store.FindFacts(new NewsFilter()).Select(static fact => (fact.Article, (long)fact.Number, (long)fact.Reprints)).Order(), store.FindOpenFacts().Select(static fact => (fact.Article, fact.Number, fact.Reprints)).Order());
        Assert.Equal(["a.txt", "c.txt"], store.FindArticles(new NewsFilter { Once = true }).Select(static article => article.Source).Order(StringComparer.Ordinal));
        Assert.Equal([LinkKind.Reprint, LinkKind.Near], store.FindLinks(new NewsFilter()).Select(static link => link.Kind).Order());
        Assert.Equal(0.6, Assert.Single(store.FindLinks(new NewsFilter(), LinkKind.Near)).Similarity);
        Assert.Equal(LinkKind.Near, Assert.Single(store.FindLinks(new NewsFilter { Source = "c.txt" })).Kind);
        Assert.Single(store.FindLinks(new NewsFilter { Roles = [new RoleCondition("person", "王芳", IsPart: false)] }));
        Assert.Single(store.FindLinks(new NewsFilter(), limit: 1));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void Links_are_written_only_where_they_differ_and_go_with_their_articles(StoreKind kind)
    {
        using var temporary = Filled(kind);
        var store = temporary.Store;
        var before = Rows(temporary);
        Assert.False(store.NeedsLinks());

        Link(store);
        Assert.Equal(before, Rows(temporary));

        store.Save(Samples.Document("b.txt") with { Articles = [] });
        Assert.Empty(store.FindLinks(new NewsFilter()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void A_document_that_another_took_the_place_of_is_linked_no_more(StoreKind kind)
    {
        using var temporary = Filled(kind);
        var store = temporary.Store;
        var run = store.BeginRun("0.1.0", "", "");
        foreach (var (number, document) in new[] { Samples.Document("b.txt"), Samples.Document("b.txt", person: "赵强") }.Index())
        {
            store.Save(new InputEntry("/b.txt", InputStatus.Stored, document.Sha256, 1, 1), document, new RunEntry(run, number, "/b.txt", RunOutcome.Stored, 0, 1, 1));
        }

        Assert.True(store.NeedsLinks());
        Link(store);

        Assert.False(store.NeedsLinks());
        Assert.Equal(3, temporary.Query<long>("SELECT article FROM article_signatures").Count);
        Assert.All(store.FindLinks(new NewsFilter()), static link => Assert.NotEqual(Samples.Document("b.txt").Sha256, link.Second.Sha256));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void The_signature_of_a_text_that_another_took_the_place_of_meanwhile_is_not_kept(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        store.Save(Samples.Document("a.txt"));
        store.Save(Samples.Document("b.txt"));
        var found = store.FindUnsigned(-1, 100)!;

        store.Save(Samples.Document("b.txt"));
        store.SaveSignatures(found, [.. found.Articles.Keys.Select(static article => new SignatureEntry(article, 1, 1, new byte[] { 1 }))]);

        Assert.Equal([StoreKeys.Article(Samples.Document("a.txt").Sha256, 0)], temporary.Query<long>("SELECT article FROM article_signatures"));
        Assert.Equal([StoreKeys.Article(Samples.Document("b.txt").Sha256, 0)], store.FindUnsigned(-1, 100)!.Articles.Keys);
    }

    [Theory]
    [OnPostgreSql]
    public async Task Signatures_that_are_saved_while_another_relates_texts_wait_for_it(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        using var other = NewsStore.Open(temporary.Location);
        temporary.Store.Save(Samples.Document("a.txt"));
        var found = other.FindUnsigned(-1, 100)!;
        SignatureEntry[] signed = [new SignatureEntry(found.Articles.Keys.Single(), 1, 1, new byte[] { 1 })];
        Task? saving = null;

        temporary.Store.Relate(tables =>
        {
            tables.AddSignatures(signed);
            saving = Task.Run(() => other.SaveSignatures(found, signed));
            Assert.False(saving.Wait(TimeSpan.FromSeconds(0.5)));
        });
        await saving!;

        Assert.Single(temporary.Query<long>("SELECT article FROM article_signatures"));
    }

    private TemporaryStore Filled(StoreKind kind)
    {
        var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a.txt", date: "2023-01-01"));
        temporary.Store.Save(Samples.Document("b.txt", date: "2023-02-01"));
        temporary.Store.Save(Samples.Document("c.txt", person: "王芳", date: "2023-03-01"));
        Link(temporary.Store);
        return temporary;
    }

    // Who knows what a signature is says which articles belong together; here the lengths of their texts do.
    private static void Link(NewsStore store)
    {
        if (store.FindUnsigned(-1, 100) is { } found)
        {
            store.SaveSignatures(found, [.. found.Articles.Select(static article => new SignatureEntry(article.Key, article.Value[0].Length, article.Value[0][5], new byte[] { 1, 2 }))]);
        }

        store.Relate(static tables =>
        {
            tables.TakeGone(tables.TakeChanged());
            var signatures = tables.ReadSignatures();
            var byDate = signatures.OrderBy(static signature => signature.Date, StringComparer.Ordinal).ToList();
            Assert.All(byDate, signature => Assert.NotEmpty(tables.FindParagraphs([signature.Article])[signature.Article]));
            tables.Replace(tables.ReadLinks(), [.. byDate.Zip(byDate.Skip(1), static (one, other) =>
                one.TextHash == other.TextHash ? new LinkEntry(one.Article, other.Article, LinkKind.Reprint, 1) : new LinkEntry(one.Article, other.Article, LinkKind.Near, 0.6))]);
            tables.WriteStories(byDate.Select(signature => KeyValuePair.Create(signature.Article, byDate.First(first => first.TextHash == signature.TextHash).Article)));
        });
    }

    private static List<string> Rows(TemporaryStore store) =>
        [.. store.Query<string>("SELECT CAST(first AS TEXT) || ' ' || CAST(second AS TEXT) || kind FROM article_links ORDER BY 1"), .. store.Query<string>("SELECT CAST(article AS TEXT) || ' ' || CAST(story AS TEXT) FROM article_signatures ORDER BY 1")];
}
