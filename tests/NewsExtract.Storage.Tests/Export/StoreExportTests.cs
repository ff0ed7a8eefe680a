namespace NewsExtract.Storage.Tests.Export;

/// <summary>What all formats share.</summary>
public class StoreExportTests
{
    public static TheoryData<ExportFormat> Formats => [.. Enum.GetValues<ExportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_store_gives_the_same_bytes(ExportFormat format)
    {
        using var store = new ExportedStore();
        Assert.Equal(new ExportSummary(2, 6), store.Export(format, "first"));
        // Times in files are to two seconds in some formats.
        File.SetLastWriteTimeUtc(store.PathOf("news.db"), DateTime.UnixEpoch);
        Thread.Sleep(2100);

        store.Export(format, "second");

        Assert.Equal(Contents(store.PathOf("first")), Contents(store.PathOf("second")));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_another_document_took_the_place_of_is_left_out(ExportFormat format)
    {
        using var store = new ExportedStore();
        store.Export(format, "before");
        var run = store.Store.BeginRun("0.1.0", "", "");
        var (former, latter) = (Samples.Document("旧.txt"), Samples.Document("新.txt"));
        store.Store.Save(new InputEntry("/旧.txt", InputStatus.Stored, former.Sha256, 1, 1), former, new RunEntry(run, 0, "/旧.txt", RunOutcome.Stored, 0, 1, 1));
        Assert.Equal(new ExportSummary(3, 7), store.Export(format, "between"));
        store.Store.Save(new InputEntry("/旧.txt", InputStatus.Stored, latter.Sha256, 1, 2), latter with { Articles = [] }, new RunEntry(run, 1, "/旧.txt", RunOutcome.Stored, 0, 1, 1));

        Assert.Equal(new ExportSummary(2, 6), store.Export(format, "after"));
        Assert.NotEqual(Contents(store.PathOf("before")), Contents(store.PathOf("between")));
        if (format != ExportFormat.Datasette)
        {
            // The database names the new document too, which has no articles.
            Assert.Equal(Contents(store.PathOf("before")), Contents(store.PathOf("after")));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_export_that_is_ended_leaves_nothing_and_what_was_there(ExportFormat format)
    {
        using var store = new ExportedStore();
        using var cancellation = new CancellationTokenSource();
        store.Export(format, "out");
        var before = Contents(store.PathOf("out"));
        store.Store.Save(Samples.Document("丙.txt"));
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => store.Store.Export(format, store.PathOf("out"), ExportedStore.Options, cancellation.Token));

        Assert.Equal(before, Contents(store.PathOf("out")));
        Assert.False(Path.Exists(store.PathOf("out.part")));
    }

    [Fact]
    public void The_store_itself_and_folders_of_other_files_are_not_replaced()
    {
        using var store = new ExportedStore();
        Directory.CreateDirectory(store.PathOf("mine"));
        File.WriteAllText(store.PathOf("mine/notes.txt"), "笔记");

        Assert.Throws<IOException>(() => store.Export(ExportFormat.Datasette, "news.db"));
        Assert.Throws<IOException>(() => store.Export(ExportFormat.Csv, "mine"));

        Assert.Equal("笔记", File.ReadAllText(store.PathOf("mine/notes.txt")));
        Assert.Equal(2, store.Export(ExportFormat.JsonLines, "out").Articles);
    }

    [Fact]
    public void Records_are_those_of_extract_in_order_of_name()
    {
        using var store = new ExportedStore();

        store.Export(ExportFormat.JsonLines, "records.jsonl");

        Assert.Equal(
            RecordJson.Serialize(ExportedStore.Unpaged) + "\n" + RecordJson.Serialize(ExportedStore.Paged) + "\n",
            File.ReadAllText(store.PathOf("records.jsonl")));
    }

    /// <summary>Relative name and bytes of each file, in order.</summary>
    internal static List<string> Contents(string path) => File.Exists(path)
        ? [Convert.ToHexString(File.ReadAllBytes(path))]
        : [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).Select(static file => Path.GetFileName(file) + Convert.ToHexString(File.ReadAllBytes(file)))];
}
