using System.Collections.Immutable;
using NewsExtract.Storage.Entities;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests;

/// <summary>What the store keeps of entities across articles, on both databases; what links them is another project's.</summary>
[Collection(StoreCollection.Name)]
public class EntityTests(StoreDatabases databases)
{
    private const string Rows = """
        SELECT e.id || '|' || e.type || '|' || e.name || '|' || e.members || '|' || COALESCE(e.first_date, '') || '|' || m.article || '|' || m.number || '|' || m.place || '|' || COALESCE(m.reason, '')
        FROM entities e JOIN entity_members m ON m.entity = e.id ORDER BY 1
        """;

    [Theory, OnSqlite, OnPostgreSql]
    public void Links_are_stored_with_their_reasons(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = Fill(temporary);

        var summary = Link(store);

        Assert.Equal(new LinkSummary(6, 5, 3, 6), summary);
        Assert.Equal(["李明", "王芳"], store.FindEntities(null, "PER").Select(static entity => entity.Name));
        Assert.Equal((1, 3), (store.FindEntities("太", null).Count, store.CountEntities(null, null)));
        var person = Assert.Single(store.FindEntities("李明"));
        Assert.Equal(("PER", 2L, "2021-01-01", "2023-01-01"), (person.Type, person.Members, person.First, person.Last));
        Assert.Equal(person, Assert.Single(store.FindEntities(person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(["李明"], store.FindEntityNames(person.Id));
        var members = store.FindMembers(person.Id);
        Assert.Equal([("a.txt", null), ("c.txt", "same-name")], members.Select(static member => (member.Source, member.Reason)));
        Assert.Equal(("李明", "a.txt", 0), (members[1].Partner, members[1].PartnerSource, members[1].PartnerArticleNumber));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Posts_are_told_with_their_first_and_last_mention(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = Fill(temporary);
        Link(store);

        var office = Assert.Single(store.FindOffices(store.FindEntities("李明")[0].Id));

        Assert.Equal(("市长", "太原市", 2), (office.Title, office.Organization, office.Mentions));
        Assert.Equal((("2021-01-01", "a.txt"), ("2023-01-01", "c.txt")), ((office.First.Date, office.First.Source), (office.Last.Date, office.Last.Source)));
        Assert.Equal("太原市市长李明", office.First.Evidence);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_is_named_together_is_counted_by_articles_of_the_latest_names(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = Fill(temporary);
        Link(store);
        var place = store.FindEntities("太原市")[0].Id;

        Assert.Equal(["李明 2", "王芳 1"], Companions());
        Assert.Equal(["李明 1"], Companions(latest: 1));
        Assert.Equal(["李明 1", "王芳 1"], Companions(latest: 2));
        Assert.Equal(["李明 2"], Companions(limit: 1));
        Assert.Empty(store.FindOffices(place));

        IEnumerable<string> Companions(int limit = 20, int latest = int.MaxValue) =>
            store.FindCompanions(place, limit, latest).Select(static companion => FormattableString.Invariant($"{companion.Entity.Name} {companion.Articles}"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Nothing_is_linked_again_unless_something_changed(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = Fill(temporary);
        Link(store);

        Assert.Null(Link(store));
        Assert.NotNull(Link(store, version: "2"));
        Assert.Null(Link(store, version: "2"));
        store.Save(Samples.Document("a.txt", date: "2021-01-01"));
        Assert.NotNull(Link(store, version: "2"));
        store.Save(Samples.Document("d.txt"));
        Assert.NotNull(Link(store, version: "2"));
        var anchor = new StoredAnchor(1, "PER", "李明");
        var decision = store.AddDecision(EntityDecisionKind.Merge, "editor", "same", [anchor], [anchor]);
        Assert.NotNull(Link(store, version: "2"));
        Assert.True(store.UndoDecision(decision, "editor"));
        Assert.NotNull(Link(store, version: "2"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Rows_do_not_depend_on_what_was_stored_first(StoreKind kind)
    {
        using var one = databases.Create(kind);
        using var other = databases.Create(kind);
        Link(Fill(one));
        Link(Fill(other, reversed: true));
        other.Store.Save(Samples.Document("b.txt", person: "王芳", date: "2022-01-01", extractionKey: "rules=2"));
        Link(other.Store);

        Assert.Equal(one.Query<string>(Rows), other.Query<string>(Rows));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_was_superseded_is_linked_no_more(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var run = temporary.Store.BeginRun("0.1.0", "", "");
        foreach (var (number, person) in ((int, string)[])[(0, "李明"), (1, "王芳")])
        {
            var document = Samples.Document("a.txt", person: person);
            temporary.Store.Save(new InputEntry("/a.txt", InputStatus.Stored, document.Sha256, 1, 1), document, new RunEntry(run, number, "/a.txt", RunOutcome.Stored, 0, 1, 1));
            Link(temporary.Store);
        }

        Assert.Empty(temporary.Store.FindEntities("李明"));
        Assert.Single(temporary.Store.FindEntities("王芳"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_fact_that_waits_counts_the_articles_that_name_the_most_named_of_its_entities(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        foreach (var (name, person, place) in ((string, string, string)[])[("a.txt", "李明", "太原市"), ("b.txt", "李明", "太原市"), ("c.txt", "王芳", "晋城市")])
        {
            // Nothing says how sure they are.
            var document = Samples.Document(name, person: person, place: place);
            temporary.Store.Save(document with { Articles = [.. document.Articles.Select(static article => article with { Facts = [.. article.Facts.Select(static fact => fact with { Confidence = null })] })] });
        }

        Link(temporary.Store);
        var open = temporary.Store.FindOpenFacts();

        // As it is asked of each fact alone.
        var expected = temporary.Query<(long, long, long)>(
            """
            SELECT f.article, f.number, (SELECT MAX(e.members) FROM arguments g JOIN entity_members m ON m.article = g.article AND m.number = g.entity JOIN entities e ON e.id = m.entity WHERE g.article = f.article AND g.fact = f.number)
            FROM facts f
            """);
        Assert.Equal(3, open.Count);
        Assert.Equal([1, 2, 2], open.Select(static fact => fact.Named ?? 0).Order());
        Assert.All(open, static fact => Assert.Null(fact.Confidence));
        Assert.Equal(expected.Order(), open.Select(static fact => (fact.Article, fact.Number, fact.Named ?? 0)).Order());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void An_entity_that_linking_took_away_meanwhile_is_merged_with_none(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = Fill(temporary);
        Link(store);
        var person = store.FindEntities("李明")[0];
        var gone = person with { Id = 42, Name = "王芳" };

        Assert.Equal("NX3201", Assert.Throws<StoreException>(() => store.Merge(person, gone, "editor", "one career")).Diagnostic.Code);
        Assert.Equal("NX3201", Assert.Throws<StoreException>(() => store.Merge(gone, person, "editor", "one career")).Diagnostic.Code);
        Assert.Empty(store.FindDecisions());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Decisions_are_kept_with_who_and_when(StoreKind kind)
    {
        var clock = new FixedClock(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero));
        using var temporary = databases.Create(kind, new StoreOptions { Clock = clock });
        var store = temporary.Store;
        StoredAnchor[] first = [new(7, "PER", "李明"), new(3, "PER", "李明")];

        Assert.Equal(1, store.AddDecision(EntityDecisionKind.Merge, "editor", "one career", first, [new(5, "PER", "李 明")]));
        Assert.Equal(2, store.AddDecision(EntityDecisionKind.Split, "reader", "two cities", first, [new(5, "PER", "李 明")]));
        Assert.True(store.UndoDecision(1, "reader"));
        Assert.False(store.UndoDecision(1, "reader"));
        Assert.False(store.UndoDecision(9, "reader"));

        var decisions = store.FindDecisions();
        Assert.Equal((EntityDecisionKind.Merge, "editor", "2024-05-06T07:08:09Z", "one career", "reader", "2024-05-06T07:08:09Z"), (decisions[0].Kind, decisions[0].By, decisions[0].Made, decisions[0].Why, decisions[0].UndoneBy, decisions[0].Undone));
        Assert.Equal((EntityDecisionKind.Split, null), (decisions[1].Kind, decisions[1].Undone));
        Assert.Equal([3, 7], decisions[1].First.Select(static anchor => anchor.Article));
        Assert.Equal(new StoredAnchor(5, "PER", "李 明"), Assert.Single(decisions[1].Second));
        store.LinkEntities("1", ["position"], static reading =>
        {
            Assert.Equal([2], reading.Decisions.Select(static decision => decision.Id));
            return new EntityLinks([], null, new Dictionary<long, StoredHome>());
        });
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Decisions_are_found_by_the_entity_that_has_what_they_name(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = Fill(temporary);
        Link(store);
        var (person, other) = (store.FindEntities("李明")[0], store.FindEntities("王芳")[0]);
        var members = store.FindMembers(person.Id).Select(static member => new StoredAnchor(member.Article, member.Type, member.Name)).ToArray();
        store.AddDecision(EntityDecisionKind.Split, "editor", "two persons", [members[0]], [members[1]]);
        store.AddDecision(EntityDecisionKind.Split, "editor", "somebody else of that name", [members[0] with { Article = 5 }], [members[1] with { Article = 6 }]);
        store.AddDecision(EntityDecisionKind.Merge, "editor", "one person", [members[1]], [.. store.FindMembers(other.Id).Select(static member => new StoredAnchor(member.Article, member.Type, member.Name))]);
        store.UndoDecision(3, "editor");

        Assert.Equal([3, 1], Ids(person.Id, 10, null));
        Assert.Equal([3], Ids(person.Id, 1, null));
        Assert.Equal([1], Ids(person.Id, 1, 3));
        Assert.Equal([3], Ids(other.Id, 10, null));
        Assert.Equal([3, 2, 1], Ids(null, 10, null));
        Assert.Equal((2, 1, 3), (store.CountDecisions(person.Id), store.CountDecisions(other.Id), store.CountDecisions(null)));

        IEnumerable<long> Ids(long? entity, int limit, long? after) => store.FindDecisions(entity, limit, after).Select(static decision => decision.Id);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Members_come_in_parts_that_go_on_where_the_last_one_has_left(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        foreach (var year in (string[])["2021", "2022", "2023", "2024", "2025"])
        {
            temporary.Store.Save(Samples.Document($"{year}.txt", date: $"{year}-01-01"));
        }

        Link(temporary.Store);
        var id = temporary.Store.FindEntities("李明")[0].Id;
        var second = temporary.Store.FindMembers(id, 2, null)[1];

        Assert.Equal(["2022.txt"], temporary.Store.FindMembers(id, 2, null).Skip(1).Select(static member => member.Source));
        Assert.Equal(["2023.txt", "2024.txt"], After(2));

        // As a correction leaves it, and as names are linked again after that.
        temporary.Execute($"DELETE FROM entity_members WHERE entity = {id} AND place = 1");
        Assert.Equal(["2023.txt", "2024.txt"], After(2));
        temporary.Execute($"UPDATE entity_members SET place = place - 1 WHERE entity = {id} AND place > 1");
        Assert.Equal(["2023.txt", "2024.txt", "2025.txt"], After(9));

        // One that only stands elsewhere is followed by those behind it.
        second = temporary.Store.FindMembers(id, 3, null)[2];
        temporary.Execute($"UPDATE entity_members SET place = place + 5 WHERE entity = {id} AND place > 0");
        Assert.Equal(["2025.txt"], After(9));

        IEnumerable<string> After(int limit) => temporary.Store.FindMembers(id, limit, second.Place).Select(static member => member.Source);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_question_for_an_entity_finds_what_others_call_it(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        store.Save(Samples.Document("a.txt", place: "太原市"));
        store.Save(Samples.Document("b.txt", place: "并州"));
        store.Save(Samples.Document("c.txt", place: "大同市"));
        LinkAll(store, "1", static articles =>
        [
            new EntityEntry(1, "GPE", "太原市", [.. articles.Where(static article => article.Entities[0].Name != "大同市").OrderBy(static article => article.Id).Select(static (article, place) => new MemberEntry(article.Id, 0, place > 0 ? "by-hand" : null, null, null, null))]),
        ]);

        Assert.Equal(["a.txt", "b.txt"], store.FindFacts(new NewsFilter { Entity = "太原市" }).Select(static fact => fact.Source));
        Assert.Equal(["a.txt", "b.txt"], store.FindFacts(new NewsFilter { Entity = "并州" }).Select(static fact => fact.Source));
        Assert.Equal(2, store.CountArticles(new NewsFilter { Entity = "并州" }));
        Assert.Equal(1, store.CountArticles(new NewsFilter { Entity = "大同市" }));
    }

    private static NewsStore Fill(TemporaryStore temporary, bool reversed = false)
    {
        DocumentEntry[] documents =
        [
            Samples.Document("a.txt", person: "李明", date: "2021-01-01"),
            Samples.Document("b.txt", person: "王芳", date: "2022-01-01"),
            Samples.Document("c.txt", person: "李明", date: "2023-01-01"),
        ];
        foreach (var document in reversed ? documents.Reverse() : documents)
        {
            temporary.Store.Save(document);
        }

        return temporary.Store;
    }

    // The simplest that is a function of the articles: one name, one thing.
    private static LinkSummary? Link(NewsStore store, string version = "1") => LinkAll(store, version, static articles =>
    [
        .. articles
            .OrderBy(static article => article.Date, StringComparer.Ordinal)
            .ThenBy(static article => article.Id)
            .SelectMany(static article => article.Entities.Select(entity => (Article: article.Id, Entity: entity)))
            .GroupBy(static item => (item.Entity.Type, item.Entity.Name))
            .Select(static group => new EntityEntry(group.First().Article + group.First().Entity.Number, group.Key.Type, group.Key.Name, Members([.. group]))),
    ]);

    private static LinkSummary? LinkAll(NewsStore store, string version, Func<IReadOnlyCollection<StoredArticle>, IReadOnlyCollection<EntityEntry>> link) =>
        store.LinkEntities(version, ["position"], reading => new EntityLinks(link(reading.ReadArticles()), null, new Dictionary<long, StoredHome>()));

    private static ImmutableArray<MemberEntry> Members(ImmutableArray<(long Article, StoredEntity Entity)> group) =>
    [
        .. group.Select((item, place) => place == 0
            ? new MemberEntry(item.Article, item.Entity.Number, null, null, null, null)
            : new MemberEntry(item.Article, item.Entity.Number, "same-name", 0.9, group[0].Article, group[0].Entity.Number)),
    ];

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
