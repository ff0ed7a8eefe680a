using Microsoft.Data.Sqlite;
using NewsExtract.Batch.Steps;
using NewsExtract.Readers;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Batch.Tests;

/// <summary>Articles that share text, from files to links.</summary>
public class ReprintTests
{
    private const string First = "云川市举行重点项目集中开工活动，全市共有项目36个，总投资128亿元，涉及新材料、装备制造、现代物流等领域。市委书记李明出席活动并宣布项目开工，副市长王芳介绍项目情况。";
    private const string Second = "近年来，云川市把项目建设作为经济工作的重要抓手，建立领导包联机制，优化审批流程，推行一窗受理、并联审批，企业开办时间压缩到1个工作日。一批好项目相继落地，为高质量发展注入了新的动力。";
    private const string Third = "活动结束后，与会人员实地察看了青禾新材料产业园，听取了园区负责人关于规划布局、招商引资和安全生产情况的汇报，并与企业代表座谈交流，现场协调解决用地和用电方面的困难。";
    private const string Story = First + "\n" + Second + "\n" + Third + "\n";

    private static readonly IngestSettings s_settings = new()
    {
        Pipeline = new NewsPipelineBuilder { MentionReviewer = null, FactScorer = null }.Build(),
        Reader = new DocumentReader(),
        ReadingKey = "ocr=never",
        ExtractionKey = "rules=1",
        Jobs = 2,
    };

    [Fact]
    public async Task A_reprint_may_have_other_words()
    {
        using var folder = new TemporaryFolder();

        await Ingest(folder, ("a.txt", "集中开工\n\n" + Story), ("b.txt", "云川重点项目开工\n\n据云川日报报道，" + Story.Replace("注入了新的动力", "增添了强劲动能", StringComparison.Ordinal)));

        var link = Assert.Single(Links(folder));
        Assert.Equal(LinkKind.Reprint, link.Kind);
        Assert.InRange(link.Similarity, 0.8, 0.99);
    }

    [Fact]
    public async Task A_part_is_an_excerpt_of_the_whole()
    {
        using var folder = new TemporaryFolder();

        await Ingest(folder, ("part.txt", "集中开工\n\n" + First + "\n" + Second + "\n"), ("whole.txt", "集中开工\n\n" + Story + "当日，各县（市、区）分别设立分会场，通过视频连线的方式同步举行了开工仪式，有关部门和重点企业负责人参加。\n"));

        var link = Assert.Single(Links(folder));
        Assert.Equal((LinkKind.Excerpt, "whole.txt", "part.txt"), (link.Kind, link.First.Source, link.Second.Source));
    }

    [Fact]
    public async Task The_same_words_with_other_figures_are_no_reprint()
    {
        using var folder = new TemporaryFolder();

        await Ingest(folder, ("a.txt", "集中开工\n\n" + Story), ("b.txt", "集中开工\n\n" + Story.Replace("36个", "41个", StringComparison.Ordinal).Replace("128亿", "97亿", StringComparison.Ordinal)));

        Assert.Equal(LinkKind.Near, Assert.Single(Links(folder)).Kind);
    }

    [Theory]
    [InlineData("会议通知\n\n全市重点项目推进会定于近日召开。\n", "会议通知\n\n全市重点项目推进会定于近日召开。\n\n")]
    [InlineData("云川工作简报\n\n第12期（总第345期）云川市开发区管理委员会办公室编印\n\n主编：李明 责任编辑：王芳 电话：0300—1234567 地址：云川市青禾路1号 邮编：030000 网址 电子信箱 印数 印刷单位 发送范围\n", "云川工作简报\n\n第13期（总第346期）云川市开发区管理委员会办公室编印\n\n主编：李明 责任编辑：王芳 电话：0300—1234567 地址：云川市青禾路1号 邮编：030000 网址 电子信箱 印数 印刷单位 发送范围\n")]
    [InlineData("集中开工\n\n" + First + First + "\n", "座谈交流\n\n" + Third + Third + "\n")]
    public async Task Formulas_mastheads_and_other_stories_are_not_linked(string one, string other)
    {
        using var folder = new TemporaryFolder();

        await Ingest(folder, ("a.txt", one), ("b.txt", other));

        Assert.Empty(Links(folder));
    }

    [Fact]
    public async Task What_is_stored_does_not_depend_on_the_order()
    {
        (string Name, string Text)[] files = [("a.txt", "集中开工\n\n" + Story), ("b.txt", "开工\n\n" + Story), ("c.txt", "开工了\n\n" + Story + "各县也举行了活动。\n"), ("d.txt", "开工\n\n" + First + "\n" + Second + "\n"), ("e.txt", "别的\n\n" + Third + Third + "\n")];
        using var whole = new TemporaryFolder();
        using var forth = new TemporaryFolder();
        using var back = new TemporaryFolder();

        await Ingest(whole, files);
        foreach (var file in files)
        {
            await Ingest(forth, file);
        }

        foreach (var file in files.Reverse())
        {
            await Ingest(back, file);
        }

        Assert.NotEmpty(Rows(whole));
        Assert.Equal(Rows(whole), Rows(forth));
        Assert.Equal(Rows(whole), Rows(back));
    }

    [Fact]
    public async Task What_is_extracted_again_or_replaced_is_linked_anew()
    {
        using var folder = new TemporaryFolder();
        await Ingest(folder, ("a.txt", "集中开工\n\n" + Story), ("b.txt", "开工\n\n" + Story), ("c.txt", "又开工\n\n" + Story));
        var before = Rows(folder);

        await Ingest(folder, s_settings with { ExtractionKey = "rules=2" }, ("a.txt", "集中开工\n\n" + Story));
        Assert.Equal(before, Rows(folder));

        await Ingest(folder, s_settings with { ChecksBytes = true }, ("a.txt", "座谈\n\n" + Third + Third + "\n"));
        Assert.Equal(["b.txt c.txt"], Links(folder).Select(static link => string.Join(' ', new[] { link.First.Source, link.Second.Source }.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task Counts_over_time_can_leave_reprints_out()
    {
        using var folder = new TemporaryFolder();
        await Ingest(folder, ("a.txt", "2023年5月2日\n集中开工\n\n" + Story), ("b.txt", "2023年5月9日\n开工\n\n" + Story), ("c.txt", "2023年6月1日\n又开工\n\n" + Story));

        var store = folder.Store;
        var article = Assert.Single(store.FindArticles(new NewsFilter { Once = true }));

        Assert.Equal(("a.txt", 2), (article.Source, article.Reprints));
        var once = store.CountFacts(new NewsFilter { Types = ["participation"], Once = true });
        Assert.NotEqual(0, once);
        Assert.Equal(3 * once, store.CountFacts(new NewsFilter { Types = ["participation"] }));
        Assert.Equal([("2023-05", once), ("2023-06", 0L)], store.CountOverTime(new NewsFilter { Types = ["participation"], Once = true }, Period.Month).Select(static count => (count.Name!, count.Facts)));
    }

    [Fact]
    public async Task Articles_of_a_store_without_signatures_are_linked_by_the_next_run()
    {
        using var folder = new TemporaryFolder();
        await Ingest(folder, ("a.txt", "集中开工\n\n" + Story), ("b.txt", "开工\n\n" + Story));
        var before = Rows(folder);
        using (var connection = new SqliteConnection($"Data Source={folder.StorePath};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM article_links; DELETE FROM article_signatures; DELETE FROM text_bands; INSERT INTO reprint_changes SELECT id FROM documents";
            command.ExecuteNonQuery();
        }

        await Ingest(folder, ("a.txt", "集中开工\n\n" + Story));

        Assert.Equal(before, Rows(folder));
        Assert.False(folder.Store.NeedsLinks());
    }

    private static Task Ingest(TemporaryFolder folder, params (string Name, string Text)[] files) => Ingest(folder, s_settings, files);

    private static async Task Ingest(TemporaryFolder folder, IngestSettings settings, params (string Name, string Text)[] files)
    {
        await new Ingestor(folder.Store, settings).RunAsync(files.Select(file => folder.Write(file.Name, file.Text)));
        new ReprintStep().Run(folder.Store, CancellationToken.None);
    }

    private static IReadOnlyList<LinkHit> Links(TemporaryFolder folder) => folder.Store.FindLinks(new NewsFilter());

    private static List<string> Rows(TemporaryFolder folder) =>
        [.. new[] { "SELECT article, letters, text_hash, HEX(minhash) AS h, story FROM article_signatures ORDER BY article", "SELECT * FROM article_links ORDER BY first, second" }
            .SelectMany(folder.Store.Ask).Select(static row => string.Join('|', row.Values))];
}
