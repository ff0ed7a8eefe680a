using System.Text.Json;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Queries;
using static NewsExtract.Storage.Tests.Corrections.CorrectedStore;

namespace NewsExtract.Storage.Tests.Corrections;

/// <summary>What people say of facts and mentions, on both databases.</summary>
[Collection(StoreCollection.Name)]
public class CorrectionTests(StoreDatabases databases)
{
    [Theory, OnSqlite, OnPostgreSql]
    public void A_rejected_fact_is_gone_and_the_others_keep_their_ids(StoreKind kind)
    {
        using var store = Open(kind);

        store.Correct(Request(CorrectionAction.Reject, "f1"));

        Assert.Equal(["f2 project_count count=12 stage=started"], store.Facts());
        Assert.Equal(["f1", "f2"], Extracted(store));
        Assert.Equal(["1 reject placed"], store.Statuses());
        Assert.Equal(0, store.Store.CountFacts(new NewsFilter { Entity = "孟晓河", Types = ["position"] }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void An_accepted_fact_is_marked_and_passes_any_confidence(StoreKind kind)
    {
        using var store = Open(kind);

        store.Correct(Request(CorrectionAction.Accept, "f2"));

        Assert.Equal(["f1 position organization=商务局 person=孟晓河 title=局长", "f2 project_count count=12 stage=started [accepted]"], store.Facts());
        var fact = Assert.Single(store.Store.FindFacts(new NewsFilter { Confidence = 0.99 }));
        Assert.Equal(("project_count", 0.9, "rule:fact.test@1"), (fact.Type, fact.Confidence, fact.Producer));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void An_edited_role_stands_where_its_text_does(StoreKind kind)
    {
        using var store = Open(kind);

        store.Correct(
            Request(CorrectionAction.Edit, "f1") with { Roles = [Role("organization", "青禾县商务局")] },
            Request(CorrectionAction.Edit, "f2") with { Roles = [Role("count", "21"), Role("date", "2024-05")], Modality = "planned" });

        Assert.Equal(["f1 position organization=青禾县商务局 person=孟晓河 title=局长 [edited]", "f2 project_count count=21 date=2024-05 stage=started [edited]"], store.Facts());
        Assert.Equal([$"[[0,6]]"], store.Temporary.Query<string>("SELECT spans FROM arguments WHERE text = '青禾县商务局'"));
        var hits = store.Store.FindFacts(new NewsFilter());
        Assert.All(hits, static hit => Assert.Matches("^person:宋馆员@[0-9-]{10}$", hit.Producer));
        Assert.All(hits, static hit => Assert.Null(hit.Confidence));
        Assert.Equal("planned", hits[1].Modality);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void An_added_fact_takes_values_from_the_evidence_or_before_it(StoreKind kind)
    {
        using var store = Open(kind);

        store.Correct(Request(CorrectionAction.Add) with { Type = "position", Text = "县长江成", Roles = [Role("person", "江成"), Role("title", "县长"), Role("organization", "青禾县")] });

        Assert.Equal("f3 position organization=青禾县 person=江成 title=县长 [added]", store.Facts()[2]);
        var second = Text.IndexOf("县长江成", StringComparison.Ordinal);
        Assert.Equal([$"[[{second + 2},{second + 4}]]"], store.Temporary.Query<string>("SELECT spans FROM arguments WHERE text = '江成'"));
        Assert.Single(store.Store.FindFacts(new NewsFilter { Entity = "江成" }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_mention_of_another_type_or_extent_takes_its_entity_along(StoreKind kind)
    {
        using var store = Open(kind);

        store.Correct(
            Request(CorrectionAction.Edit, "m1") with { Text = "青禾县商务局" },
            Request(CorrectionAction.Reject, "m4"),
            Request(CorrectionAction.Add) with { Type = "PER", Text = "孟晓河" },
            Request(CorrectionAction.Add) with { Type = "GPE", Text = "全县" });

        Assert.Equal(["m1 ORG 青禾县商务局 [edited]", "m2 TITLE 局长", "m3 PER 孟晓河", "m7 PER 孟晓河 [added]", "m8 GPE 全县 [added]"], store.Mentions());
        Assert.Equal(["PER 孟晓河", "ORG 青禾县商务局", "GPE 全县"], store.Entities());
        Assert.Equal(2, store.Temporary.Query<long>("SELECT COUNT(*) FROM mentions m JOIN article_entities e ON e.article = m.article AND e.number = m.entity WHERE e.name = '孟晓河'").Single());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_mention_that_a_person_marks_displaces_what_overlaps_it(StoreKind kind)
    {
        using var store = Open(kind);

        store.Correct(Request(CorrectionAction.Add) with { Type = "ORG", Text = "商务局局长" });
        var refused = Assert.Throws<StoreException>(() => store.Correct(Request(CorrectionAction.Add) with { Type = "TITLE", Text = "局长孟" }));

        Assert.Equal(["m3 PER 孟晓河", "m4 PER 江成", "m5 ORG 商务局局长 [added]"], store.Mentions());
        Assert.Equal("NX3215", refused.Diagnostic.Code);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void The_last_word_counts_and_an_undo_brings_back_the_one_before(StoreKind kind)
    {
        using var store = Open(kind);
        var before = store.Facts();

        store.Correct(Request(CorrectionAction.Edit, "f1") with { Roles = [Role("organization", "青禾县商务局")] });
        store.Correct(Request(CorrectionAction.Edit, "f1") with { Roles = [Role("title", "县长")] });
        Assert.Equal("f1 position organization=青禾县商务局 person=孟晓河 title=县长 [edited]", store.Facts()[0]);
        Assert.Equal(["1 edit replaced", "2 edit placed"], store.Statuses());

        store.Store.Undo([2], "江主任");
        Assert.Equal("f1 position organization=青禾县商务局 person=孟晓河 title=局长 [edited]", store.Facts()[0]);
        store.Correct(Request(CorrectionAction.Reject, "f1"));
        Assert.Single(store.Facts());
        store.Store.Undo([1, 3], "江主任");

        Assert.Equal(before, store.Facts());
        Assert.Empty(store.Temporary.Query<long>("SELECT article FROM corrected_records"));
        Assert.Equal(["1 edit undone", "2 edit undone", "3 reject undone"], store.Statuses());
        Assert.Equal("NX3215", Assert.Throws<StoreException>(() => store.Store.Undo([1], "江主任")).Diagnostic.Code);
        Assert.Equal("NX3211", Assert.Throws<StoreException>(() => store.Store.Undo([9], "江主任")).Diagnostic.Code);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_was_added_is_edited_rejected_and_keeps_its_id(StoreKind kind)
    {
        using var store = Open(kind);
        var added = Request(CorrectionAction.Add) with { Type = "position", Text = "县长江成", Roles = [Role("person", "江成"), Role("title", "县长")] };
        store.Correct(added, Request(CorrectionAction.Add) with { Type = "project_count", Text = "全县开工项目12个", Roles = [Role("stage", "signed"), Role("count", "12")] });

        store.Correct(Request(CorrectionAction.Edit, "f3") with { Roles = [Role("organization", "青禾县")] });
        Assert.Equal(["f3 position organization=青禾县 person=江成 title=县长 [edited]", "f4 project_count count=12 stage=signed [added]"], store.Facts()[2..]);
        store.Correct(Request(CorrectionAction.Reject, "f3"));

        Assert.Equal(["f4 project_count count=12 stage=signed [added]"], store.Facts()[2..]);
        Assert.Equal(["1 add replaced", "2 add placed", "3 edit replaced", "4 reject placed"], store.Statuses());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void An_article_that_is_wholly_accepted_has_all_its_facts_and_mentions_accepted(StoreKind kind)
    {
        using var store = Open(kind);
        store.Correct(Request(CorrectionAction.Edit, "f1") with { Roles = [Role("organization", "")] });

        var made = store.Correct(Request(CorrectionAction.Accept));

        Assert.Equal(6, made.Count);
        Assert.Equal(["f1 position person=孟晓河 title=局长 [edited]", "f2 project_count count=12 stage=started [accepted]"], store.Facts());
        Assert.All(store.Mentions(), static mention => Assert.EndsWith("[accepted]", mention, StringComparison.Ordinal));
        Assert.Equal("NX3215", Assert.Throws<StoreException>(() => store.Correct(Request(CorrectionAction.Accept))).Diagnostic.Code);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Corrections_move_to_another_store_before_or_after_its_documents(StoreKind kind)
    {
        using var first = Open(kind);
        first.Correct(
            Request(CorrectionAction.Edit, "f1") with { Roles = [Role("organization", "青禾县商务局")] },
            Request(CorrectionAction.Reject, "m4"),
            Request(CorrectionAction.Add) with { Type = "position", Text = "县长江成", Roles = [Role("person", "江成"), Role("title", "县长")] });
        first.Store.Undo([2], "江主任");
        var lines = Lines(first);

        using var second = new CorrectedStore(databases.Create(kind));
        Assert.Equal(3, second.Store.Import(Read(lines)));
        Assert.Equal(["1 edit unplaced", "2 reject undone", "3 add unplaced"], second.Statuses());
        second.Store.Save(Document());
        using var third = Open(kind);
        Assert.Equal(3, third.Store.Import(Read(lines)));
        Assert.Equal(0, third.Store.Import(Read(lines)));

        Assert.Equal(lines, Lines(second));
        Assert.Equal(lines, Lines(third));
        Assert.Equal(Rows(first), Rows(second));
        Assert.Equal(Rows(first), Rows(third));
    }

    [Theory]
    [InlineData("NX3211", CorrectionAction.Reject, "f9")]
    [InlineData("NX3211", CorrectionAction.Reject, "x1")]
    [InlineData("NX3211", CorrectionAction.Reject, null)]
    [InlineData("NX3213", CorrectionAction.Edit, "f1", "person=")]
    [InlineData("NX3213", CorrectionAction.Edit, "f1", "speaker=孟晓河")]
    [InlineData("NX3213", CorrectionAction.Edit, "f1", "person=孟晓河", "person=江成")]
    [InlineData("NX3212", CorrectionAction.Edit, "f1", "person=孟小河")]
    [InlineData("NX3213", CorrectionAction.Edit, "f2", "count=十二")]
    [InlineData("NX3213", CorrectionAction.Edit, "f2", "stage=begun")]
    [InlineData("NX3213", CorrectionAction.Edit, "f2", "date=五月")]
    [InlineData("NX3215", CorrectionAction.Edit, "f2", "count=12")]
    [InlineData("NX3213", CorrectionAction.Edit, "m1", "person=江成")]
    public void What_makes_no_sense_is_refused_whole(string code, CorrectionAction action, string? item, params string[] roles)
    {
        using var store = Open(StoreKind.Sqlite);
        var right = Request(CorrectionAction.Reject, "m2");

        var refused = Assert.Throws<StoreException>(() => store.Correct(right, Request(action, item) with { Roles = [.. roles.Select(static role => Role(role.Split('=')[0], role.Split('=')[1]))] }));

        Assert.Equal(code, refused.Diagnostic.Code);
        Assert.Empty(store.Statuses());
        Assert.Equal(4, store.Mentions().Count);
    }

    [Fact]
    public void An_added_fact_needs_a_type_evidence_roles_and_something_new()
    {
        using var store = Open(StoreKind.Sqlite);
        var whole = Request(CorrectionAction.Add) with { Type = "position", Text = "县长江成", Roles = [Role("person", "江成"), Role("title", "县长")] };

        Assert.Equal("NX3213", Code(whole with { Type = "post" }));
        Assert.Equal("NX3213", Code(whole with { Text = null }));
        Assert.Equal("NX3212", Code(whole with { Text = "县长江城" }));
        Assert.Equal("NX3213", Code(whole with { Roles = [Role("person", "江成")] }));
        Assert.Equal("NX3213", Code(whole with { Modality = "maybe" }));
        Assert.Equal("NX3211", Code(whole with { Target = "12" }));
        Assert.Equal("NX3215", Code(whole with { Text = "局长孟晓河", Roles = [Role("person", "孟晓河"), Role("title", "局长")] }));
        Assert.Equal("NX3212", Code(whole with { At = whole.At.Add("person", new TextSpan(0, 2)) }));
        Assert.Equal("NX3213", Code(whole with { At = whole.At.Add("organization", new TextSpan(0, 3)) }));

        string Code(CorrectionRequest request) => Assert.Throws<StoreException>(() => store.Correct(request)).Diagnostic.Code;
    }

    [Fact]
    public void A_place_that_is_given_goes_before_the_nearest_one()
    {
        using var store = Open(StoreKind.Sqlite);
        var second = Text.LastIndexOf("孟晓河", StringComparison.Ordinal);

        var request = Request(CorrectionAction.Edit, "f1") with { Roles = [Role("person", "孟晓河")] };
        store.Correct(request with { At = request.At.Add("person", new TextSpan(second, second + 3)) });

        Assert.Equal([$"[[{second},{second + 3}]]"], store.Temporary.Query<string>("SELECT spans FROM arguments WHERE role = 'person'"));
    }

    [Fact]
    public void A_fact_whose_evidence_is_not_in_the_article_can_not_be_bound_to_it()
    {
        using var store = new CorrectedStore(databases.Create(StoreKind.Sqlite));
        store.Store.Save(Document([Post("f1", evidence: "另一篇"), Post("f2", "江成", "县长") with { Evidence = new EvidenceRecord("县长江成", [new TextSpan(500, 504)]) }]));

        store.Correct(Request(CorrectionAction.Reject, "f2"));
        var refused = Assert.Throws<StoreException>(() => store.Correct(Request(CorrectionAction.Reject, "f1")));

        Assert.Equal("NX3212", refused.Diagnostic.Code);
        Assert.Equal(["f1 position person=孟晓河 title=局长"], store.Facts());
    }

    [Fact]
    public void Of_several_requests_the_one_is_named_that_stands_in_the_way_or_can_not_be_bound()
    {
        using var store = new CorrectedStore(databases.Create(StoreKind.Sqlite));
        store.Store.Save(Document([Post("f1", evidence: "另一篇"), Count("f2", 12)]));
        store.Correct(Request(CorrectionAction.Accept, "m1"));

        var displacing = Assert.Throws<StoreException>(() => store.Correct(
            Request(CorrectionAction.Accept, "m3") with { Origin = "request 1" },
            Request(CorrectionAction.Add) with { Type = "TITLE", Text = "商务局局长", Origin = "request 2" },
            Request(CorrectionAction.Accept, "m4") with { Origin = "request 3" }));
        var unbound = Assert.Throws<StoreException>(() => store.Correct(
            Request(CorrectionAction.Accept, "f2") with { Origin = "request 1" },
            Request(CorrectionAction.Reject, "f1") with { Origin = "request 2" }));

        Assert.Equal("NX3215", displacing.Diagnostic.Code);
        Assert.StartsWith("request 2: correction 1 ", displacing.Message, StringComparison.Ordinal);
        Assert.Equal("NX3212", unbound.Diagnostic.Code);
        Assert.StartsWith("request 2: '另一篇'", unbound.Message, StringComparison.Ordinal);
        Assert.Equal([1], store.Store.FindCorrections().Select(static entry => entry.Correction.Id));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Corrections_are_found_by_their_numbers(StoreKind kind)
    {
        using var store = Open(kind);
        store.Correct(Request(CorrectionAction.Accept, "m1"), Request(CorrectionAction.Accept, "m2"), Request(CorrectionAction.Accept, "m3"));

        Assert.Equal([(1, "m1"), (3, "m3")], store.Store.FindCorrections([3, 1, 9]).Select(static entry => (entry.Correction.Id, entry.Item)));
        Assert.Empty(store.Store.FindCorrections([]));
    }

    private CorrectedStore Open(StoreKind kind)
    {
        var store = new CorrectedStore(databases.Create(kind));
        store.Store.Save(Document());
        return store;
    }

    private static IEnumerable<string> Extracted(CorrectedStore store) => RecordJson.Deserialize(store.Temporary.Query<string>("SELECT json FROM records").Single()).Facts.Select(static fact => fact.Id);

    internal static List<string> Lines(CorrectedStore store) => [.. store.Store.FindCorrections().Select(static entry => NewsStore.WriteCorrection(entry.Correction))];

    internal static IEnumerable<Correction> Read(IEnumerable<string> lines) => lines.Select(static line =>
    {
        using var json = JsonDocument.Parse(line);
        return NewsStore.ReadCorrection(json.RootElement);
    });

    internal static List<string> Rows(CorrectedStore store) => [.. store.Facts(), .. store.Mentions(), .. store.Entities(), .. store.Statuses(), .. store.Temporary.Query<string>("SELECT json FROM corrected_records")];
}
