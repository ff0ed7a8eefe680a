using System.Collections.Immutable;
using NewsExtract.Batch.Steps;
using NewsExtract.Linking.Contradictions;
using NewsExtract.Readers;
using NewsExtract.Storage;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Entities;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Batch.Tests;

/// <summary>Asked again after a write, the same is found as by one who asks for the first time.</summary>
public class StoreContradictionsTests
{
    private static readonly NewsPipelineBuilder s_builder = new() { MentionReviewer = null, FactScorer = null };

    private static readonly IngestSettings s_settings = new()
    {
        Pipeline = s_builder.Build(),
        Reader = new DocumentReader(),
        ReadingKey = "ocr=never",
        ExtractionKey = "rules=1",
        Jobs = 1,
    };

    [Fact]
    public async Task A_bulletin_that_comes_and_a_figure_that_is_corrected_change_what_is_found()
    {
        using var folder = new TemporaryFolder();
        var asked = new StoreContradictions(folder.Store);
        await Ingest(folder, ("a.txt", "2023年7月5日\n经济运行平稳\n\n2022年，太原市实现地区生产总值1200亿元。\n"), ("c.txt", "2023年7月5日\n会议\n\n太原市商务局局长李明出席会议。\n"));
        Assert.Empty(Find(folder, asked));

        await Ingest(folder, ("b.txt", "2023年7月5日\n经济数据发布\n\n2022年，太原市实现地区生产总值1300亿元。\n"));
        Assert.Equal([(ContradictionClass.Conflict, "a.txt", "b.txt")], Find(folder, asked));

        var fact = folder.Store.FindFacts(new NewsFilter { Types = ["statistic"], Source = "b.txt" }).Single();
        var made = folder.Store.Correct([new CorrectionRequest(CorrectionAction.Edit, fact.Id) { Roles = [KeyValuePair.Create("value", "120000000000")] }], "test", [.. s_builder.FactDefinitions]);
        Assert.Empty(Find(folder, asked));

        folder.Store.Undo([.. made.Select(static correction => correction.Id)], "test");
        Assert.Single(Find(folder, asked));
    }

    [Fact]
    public async Task What_names_are_linked_to_counts()
    {
        using var folder = new TemporaryFolder();
        var asked = new StoreContradictions(folder.Store);
        await Ingest(folder, ("a.txt", "2023年7月5日\n经济运行平稳\n\n2022年，太原市公安局破获案件1200起。\n"), ("b.txt", "2023年7月5日\n经济数据发布\n\n2022年，太原公安局破获案件1500起。\n"));
        Assert.Empty(Find(folder, asked));

        new EntityStep().Run(folder.Store, CancellationToken.None);

        Assert.Equal([(ContradictionClass.Conflict, "a.txt", "b.txt")], Find(folder, asked));
        var body = folder.Store.FindEntities("太原市公安局").Single();
        folder.Store.Split(body, ["b.txt"], "test", "another");
        new EntityStep().Run(folder.Store, CancellationToken.None);
        Assert.Empty(Find(folder, asked));
    }

    private static List<(ContradictionClass Class, string First, string Second)> Find(TemporaryFolder folder, StoreContradictions asked)
    {
        var found = Show(asked.Find(new NewsFilter()));
        Assert.Equal(Show(new StoreContradictions(folder.Store).Find(new NewsFilter())), found);

        // Over whole records, as they are without what was kept.
        var linked = folder.Store.ReadLinkedEntities();
        var finder = new ContradictionFinder();
        foreach (var record in folder.Store.ReadRecords(new NewsFilter()))
        {
            var entities = linked[NewsStore.ArticleIdOf(record.Source.Sha256, record.Article.Index)].ToDictionary(static item => item.Number, static item => $"#{item.Entity}");
            finder.Add(record, entities.GetValueOrDefault);
        }

        Assert.Equal(Show(finder.Find()), found);
        return found;
    }

    private static List<(ContradictionClass Class, string First, string Second)> Show(ImmutableArray<Contradiction> found) =>
        [.. found.Select(static contradiction => (contradiction.Class, contradiction.First.Place.Source, contradiction.Second.Place.Source))];

    private static async Task Ingest(TemporaryFolder folder, params (string Name, string Text)[] bulletins) =>
        await new Ingestor(folder.Store, s_settings).RunAsync(bulletins.Select(bulletin => folder.Write(bulletin.Name, bulletin.Text)));
}
