using NewsExtract.Readers;
using NewsExtract.Storage;

namespace NewsExtract.Batch.Tests;

public class IngestorTests
{
    private const string Bulletin = "全市重点项目开工\n12月1日，云川市市长李明出席活动。全市开工项目12个，总投资30亿元。\n";
    private const string Other = "招商活动举行\n12月2日，云川市副市长王芳出席活动。签约项目5个。\n";

    private static readonly CountingReader s_reader = new();

    private static readonly IngestSettings s_settings = new()
    {
        Pipeline = new NewsPipelineBuilder { MentionReviewer = null }.Build(),
        Reader = s_reader,
        ReadingKey = "ocr=never",
        ExtractionKey = "rules=1",
        Jobs = 1,
    };

    [Fact]
    public async Task A_second_run_over_unchanged_files_reads_none()
    {
        using var folder = new TemporaryFolder();
        BatchInput[] inputs = [folder.Write("a.txt", Bulletin), folder.Write("b.txt", Other)];
        var first = await Run(folder, inputs);
        var loads = folder.Loads;

        var second = await Run(folder, inputs);

        Assert.Equal((2, 0), (first.Stored, first.Unchanged));
        Assert.Equal((0, 2), (second.Stored, second.Unchanged));
        Assert.Equal(loads, folder.Loads);
        Assert.True(first.Facts > 0);
    }

    [Fact]
    public async Task Other_rules_extract_again_and_read_nothing()
    {
        using var folder = new TemporaryFolder();
        BatchInput[] inputs = [folder.Write("a.txt", Bulletin)];
        var first = await Run(folder, inputs);
        var (loads, reads) = (folder.Loads, s_reader.Count);

        var second = await Run(folder, inputs, s_settings with { ExtractionKey = "rules=2" });

        Assert.Equal((1, first.Facts), (second.Extracted, second.Facts));
        Assert.Equal((loads, reads), (folder.Loads, s_reader.Count));
    }

    [Fact]
    public async Task Other_reading_settings_read_again()
    {
        using var folder = new TemporaryFolder();
        BatchInput[] inputs = [folder.Write("a.txt", Bulletin)];
        await Run(folder, inputs);

        var second = await Run(folder, inputs, s_settings with { ReadingKey = "ocr=always" });

        Assert.Equal(1, second.Stored);
    }

    [Fact]
    public async Task What_cannot_be_read_is_set_aside_and_the_rest_goes_on()
    {
        using var folder = new TemporaryFolder();
        var gone = folder.Write("c.txt", Bulletin) with { Load = () => throw new DocumentReadException(new Diagnostic("NX2002", Severity.Error, "gone")) };
        BatchInput[] inputs = [folder.Write("empty.txt", " "), gone, folder.Write("a.txt", Bulletin)];

        var counts = await Run(folder, inputs);

        Assert.Equal((2, 1), (counts.Failed, counts.Stored));
        Assert.Equal(["NX1001"], folder.Store.FindInputs(InputStatus.Failed).Select(static input => input.Problem!.Code));
        Assert.Equal(["NX2002"], folder.Store.FindInputs(InputStatus.Unreadable).Select(static input => input.Problem!.Code));
    }

    [Fact]
    public async Task What_failed_is_done_again_when_asked_only()
    {
        using var folder = new TemporaryFolder();
        BatchInput[] inputs = [folder.Write("empty.txt", " "), folder.Write("a.txt", Bulletin)];
        await Run(folder, inputs);

        var all = await Run(folder, inputs);
        var failed = await Run(folder, inputs, s_settings with { Scope = IngestScope.Failed });

        Assert.Equal((0, 2), (all.Failed, all.Unchanged));
        Assert.Equal((1, 1), (failed.Failed, failed.Unchanged));
        Assert.Equal("NX1001", folder.Store.FindInputs(InputStatus.Failed).Single().Problem!.Code);
    }

    [Fact]
    public async Task Of_equal_bytes_the_first_path_is_stored_whatever_the_number_of_jobs()
    {
        using var folder = new TemporaryFolder();
        BatchInput[] inputs = [folder.Write("a.txt", Bulletin), folder.Write("b.txt", Bulletin), folder.Write("c.txt", Bulletin)];

        var counts = await Run(folder, inputs, s_settings with { Jobs = 3 });

        Assert.Equal((1, 2), (counts.Stored, counts.Duplicates));
        Assert.EndsWith("a.txt", folder.Store.FindInputs(InputStatus.Stored).Single().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scopes_leave_what_they_do_not_name()
    {
        using var folder = new TemporaryFolder();
        BatchInput[] inputs = [folder.Write("a.txt", Bulletin)];
        await Run(folder, inputs);
        var changed = s_settings with { Scope = IngestScope.Changed, ExtractionKey = "rules=2" };

        var old = await Run(folder, inputs, changed);
        var withNew = await Run(folder, [folder.Write("a.txt", Other), folder.Write("b.txt", Bulletin)], changed);
        var older = await Run(folder, [folder.Input("a.txt"), folder.Input("b.txt")], s_settings with { Scope = IngestScope.Older, OlderThan = new Version(99, 0) });

        Assert.Equal(1, old.Unchanged);
        Assert.Equal(1, withNew.Stored);
        Assert.Equal(2, older.Extracted);
    }

    private static async Task<IngestCounts> Run(TemporaryFolder folder, BatchInput[] inputs, IngestSettings? settings = null) =>
        (await new Ingestor(folder.Store, settings ?? s_settings).RunAsync(inputs)).Counts;

    private sealed class CountingReader : IDocumentReader
    {
        private readonly DocumentReader _reader = new();
        private int _count;

        public int Count => _count;

        public bool CanRead(DocumentSource source) => true;

        public Document Read(DocumentSource source, CancellationToken cancellation = default)
        {
            Interlocked.Increment(ref _count);
            return _reader.Read(source, cancellation);
        }
    }
}
