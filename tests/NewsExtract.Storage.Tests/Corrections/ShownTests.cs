using NewsExtract.Storage.Corrections;
using static NewsExtract.Storage.Tests.Corrections.CorrectedStore;

namespace NewsExtract.Storage.Tests.Corrections;

/// <summary>A person judges what they saw: an id that is another fact's by now is left alone.</summary>
[Collection(StoreCollection.Name)]
public class ShownTests(StoreDatabases databases)
{
    private static readonly ShownItem s_count = new()
    {
        Type = "project_count",
        Text = "开工项目12个",
        Spans = SpansOf("开工项目12个"),
        Roles = [Role("stage", "started"), Role("count", "12.0")],
        Modality = "stated",
    };

    [Theory, OnSqlite, OnPostgreSql]
    public void An_id_that_other_rules_gave_to_another_fact_is_refused_and_nothing_is_written(StoreKind kind)
    {
        using var store = new CorrectedStore(databases.Create(kind));
        store.Store.Save(Document());
        store.Store.Save(Document(facts: [Count("f1", 12), Post("f2", organization: "商务局")], key: "rules=2"));

        var refused = Assert.Throws<StoreException>(() => store.Correct(Request(CorrectionAction.Reject, "f2") with { Shown = s_count }));

        Assert.Equal("NX3220", refused.Diagnostic.Code);
        Assert.Contains("商务局局长孟晓河", refused.Message, StringComparison.Ordinal);
        Assert.Empty(store.Store.FindCorrections());
        store.Correct(Request(CorrectionAction.Reject, "f1") with { Shown = s_count });
        Assert.Equal(["f2 position organization=商务局 person=孟晓河 title=局长"], store.Facts());
    }

    [Theory, OnSqlite]
    public void What_another_person_edited_meanwhile_is_not_accepted_unseen(StoreKind kind)
    {
        using var store = new CorrectedStore(databases.Create(kind));
        store.Store.Save(Document());
        store.Correct(Request(CorrectionAction.Edit, "f2") with { Roles = [Role("count", "21")] });

        Assert.Throws<StoreException>(() => store.Correct(Request(CorrectionAction.Accept, "f2") with { Shown = s_count }));
        store.Correct(Request(CorrectionAction.Accept, "f2") with { Shown = s_count with { Roles = [Role("count", "21"), Role("stage", "started")] } });

        Assert.Equal(["1 edit replaced", "2 edit placed"], store.Statuses());
    }

    [Theory, OnSqlite]
    public void A_mention_is_compared_as_well(StoreKind kind)
    {
        using var store = new CorrectedStore(databases.Create(kind));
        store.Store.Save(Document());

        Assert.Throws<StoreException>(() => store.Correct(Request(CorrectionAction.Reject, "m3") with { Shown = new ShownItem { Text = "江成" } }));
        store.Correct(Request(CorrectionAction.Reject, "m3") with { Shown = new ShownItem { Type = "PER", Text = "孟晓河", Spans = SpansOf("孟晓河") } });

        Assert.DoesNotContain("m3 PER 孟晓河", store.Mentions());
    }
}
