using System.Collections.Immutable;
using NewsExtract.Storage.Corrections;
using static NewsExtract.Storage.Tests.Corrections.CorrectedStore;

namespace NewsExtract.Storage.Tests.Corrections;

/// <summary>Corrections outlive what extraction, reading and newer files make of a bulletin.</summary>
[Collection(StoreCollection.Name)]
public class SurvivalTests(StoreDatabases databases)
{
    private static readonly CorrectionRequest s_edit = Request(CorrectionAction.Edit, "f1") with { Roles = [Role("organization", "青禾县商务局")] };
    private static readonly CorrectionRequest s_add = Request(CorrectionAction.Add) with { Type = "position", Text = "县长江成", Roles = [Role("person", "江成"), Role("title", "县长")] };

    /// <summary>What another extractor makes of the same text: other ids, other evidence, a role more, one fact less.</summary>
    private static readonly DocumentEntry s_other = Document(
        [Count("f1", 12), Post("f2", evidence: "青禾县商务局局长孟晓河介绍", organization: "商务局")],
        [Mention("m1", "PER", "孟晓河"), Mention("m2", "ORG", "青禾县商务局")],
        key: "rules=2");

    [Theory, OnSqlite, OnPostgreSql]
    public void An_edit_finds_its_fact_under_another_id_and_evidence(StoreKind kind)
    {
        using var store = Open(kind, s_edit);

        store.Store.Save(s_other);

        Assert.Equal(["f1 project_count count=12 stage=started", "f2 position organization=青禾县商务局 person=孟晓河 title=局长 [edited]"], store.Facts());
        Assert.Equal(["1 edit placed"], store.Statuses());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void An_edit_that_the_extractor_makes_itself_now_is_one_with_it(StoreKind kind)
    {
        using var store = Open(kind, s_edit);

        store.Store.Save(Document([Post("f1", organization: "青禾县商务局")], key: "rules=2"));

        Assert.Equal(["f1 position organization=青禾县商务局 person=孟晓河 title=局长 [accepted]"], store.Facts());
        Assert.Equal("rule:fact.test@1", Assert.Single(store.Temporary.Query<string>("SELECT producer FROM facts")));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_rejection_holds_for_what_says_the_same_and_for_nothing_else(StoreKind kind)
    {
        using var store = Open(kind, Request(CorrectionAction.Reject, "f1"), Request(CorrectionAction.Reject, "f2"), Request(CorrectionAction.Reject, "m1"));

        store.Store.Save(s_other);
        Assert.Empty(store.Facts());
        Assert.Equal(["m1 PER 孟晓河", "m2 ORG 青禾县商务局"], store.Mentions());
        Assert.Equal(["1 reject placed", "2 reject placed", "3 reject unplaced"], store.Statuses());

        store.Store.Save(Document([Post("f1", organization: "青禾县"), Count("f2", 120000)], key: "rules=3"));
        Assert.Equal(["f1 position organization=青禾县 person=孟晓河 title=局长", "f2 project_count count=120000 stage=started"], store.Facts());
        Assert.Equal(["NX3217", "NX3217", null], store.Store.FindCorrections().Select(static entry => entry.Problem));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_was_accepted_or_added_stays_when_the_extractor_makes_it_no_more(StoreKind kind)
    {
        using var store = Open(kind, Request(CorrectionAction.Accept, "f2"), s_add);

        store.Store.Save(Document([Post("f1", organization: "商务局")], key: "rules=2"));

        Assert.Equal(
            ["f1 position organization=商务局 person=孟晓河 title=局长", "f2 project_count count=12 stage=started [accepted]", "f3 position person=江成 title=县长 [added]"],
            store.Facts());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_was_added_is_one_with_what_the_extractor_makes_now(StoreKind kind)
    {
        using var store = Open(kind, s_add);

        store.Store.Save(Document([Post("f1", organization: "商务局"), Post("f2", "江成", "县长", evidence: "县长江成")], key: "rules=2"));

        Assert.Equal(["f1 position organization=商务局 person=孟晓河 title=局长", "f2 position person=江成 title=县长 [accepted]"], store.Facts());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Two_facts_of_one_clause_are_not_taken_for_each_other(StoreKind kind)
    {
        using var store = Open(kind, Request(CorrectionAction.Reject, "f1"));

        store.Store.Save(Document([Post("f1", title: "商务局局长", organization: "商务局"), Post("f2", organization: "商务局")], key: "rules=2"));

        Assert.Equal(["f1 position organization=商务局 person=孟晓河 title=商务局局长"], store.Facts());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_text_that_moved_is_found_by_its_quote(StoreKind kind)
    {
        using var store = Open(kind, s_edit, s_add, Request(CorrectionAction.Edit, "m3") with { Type = "TITLE" });

        // Another reading: a line more at the top, and the first line in two.
        var moved = "青禾日报\n" + Text.Replace("介绍，", "介绍，\n", StringComparison.Ordinal);
        store.Store.Save(Document([], [], moved));

        Assert.Equal(["f1 position organization=青禾县商务局 person=孟晓河 title=局长 [edited]", "f2 position person=江成 title=县长 [added]"], store.Facts());
        Assert.Equal(["m1 TITLE 孟晓河 [edited]"], store.Mentions());
        Assert.Equal(
            [ArticleSpan(moved, "青禾县商务局"), ArticleSpan(moved, "县长江成")],
            store.Temporary.Query<string>("SELECT spans FROM arguments WHERE text = '青禾县商务局' UNION ALL SELECT spans FROM facts WHERE evidence = '县长江成'"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_text_that_is_gone_leaves_its_correction_unplaced_until_it_comes_back(StoreKind kind)
    {
        using var store = Open(kind, s_edit, s_add);
        var before = store.Facts();

        store.Store.Save(Document([], [], "另一篇。"));
        Assert.Empty(store.Facts());
        Assert.Equal(["NX3216", "NX3216"], store.Store.FindCorrections().Select(static entry => entry.Problem));

        store.Store.Save(Document());
        Assert.Equal(before, store.Facts());
        Assert.Equal(["1 edit placed", "2 add placed"], store.Statuses());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void The_order_of_extractions_and_corrections_does_not_matter(StoreKind kind)
    {
        using var late = new CorrectedStore(databases.Create(kind));
        late.Store.Save(Samples.Document("a.txt"));
        late.Store.Save(Document());
        late.Correct(s_edit, s_add);
        late.Store.Save(s_other);
        using var early = Open(kind, s_edit, s_add);
        early.Store.Save(Document([], [], "另一篇。"));
        early.Store.Save(s_other);
        early.Store.Save(Samples.Document("a.txt"));
        using var last = new CorrectedStore(databases.Create(kind));
        last.Store.Save(s_other);
        last.Store.Import(CorrectionTests.Read(CorrectionTests.Lines(late)));
        last.Store.Save(Samples.Document("a.txt"));

        Assert.Equal(CorrectionTests.Rows(late), CorrectionTests.Rows(early));
        Assert.Equal(CorrectionTests.Rows(late), CorrectionTests.Rows(last));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_file_that_changed_leaves_corrections_with_the_former_bytes_and_says_where_they_stand_now(StoreKind kind)
    {
        using var store = new CorrectedStore(databases.Create(kind));
        var run = store.Store.BeginRun("0.1.0", "", "");
        Save(Document(), 0);
        store.Correct(s_edit, s_add);
        var text = Text.Replace("江成", "江城", StringComparison.Ordinal);
        var newer = Document(text: text) with { Sha256 = Samples.Sha256("新") };

        Save(newer with { Articles = [newer.Articles[0] with { Source = new SourceRecord("青禾.txt", newer.Sha256, "utf-8") }] }, 1);

        Assert.Equal(["1 edit superseded", "2 add superseded"], store.Statuses());
        Assert.Equal([StoreKeys.Article(newer.Sha256, 0), null], store.Store.FindCorrections().Select(static entry => entry.NewerArticle));
        Assert.DoesNotContain(store.Facts(), static fact => fact.Contains("[edited]", StringComparison.Ordinal));

        void Save(DocumentEntry document, int number) =>
            store.Store.Save(new InputEntry("/青禾.txt", InputStatus.Stored, document.Sha256, 1, number), document, new RunEntry(run, number, "/青禾.txt", RunOutcome.Stored, 0, 1, 1));
    }

    [Fact]
    public void Lines_of_a_page_are_the_boxes_of_what_a_person_wrote()
    {
        using var store = new CorrectedStore(databases.Create(StoreKind.Sqlite));
        var document = Document();
        ImmutableArray<PageBox> boxes = [new PageBox(1, 10, 700, 200, 712), new PageBox(2, 10, 800, 200, 812)];
        var record = document.Articles[0];
        store.Store.Save(document with
        {
            Articles = [record with { Source = record.Source with { Pages = 2 }, Paragraphs = [.. record.Paragraphs.Zip(boxes, static (paragraph, box) => paragraph with { Boxes = [box] })] }],
        });

        store.Correct(s_add);

        Assert.Equal("[[2,10,800,200,812]]", store.Temporary.Query<string>("SELECT boxes FROM facts WHERE review = 'added'").Single());
    }

    private CorrectedStore Open(StoreKind kind, params CorrectionRequest[] requests)
    {
        var store = new CorrectedStore(databases.Create(kind));
        store.Store.Save(Document());
        store.Correct(requests);
        return store;
    }

    private static string ArticleSpan(string text, string part) => Writing.ArticleRows.Json(SpansOf(part, text));
}
