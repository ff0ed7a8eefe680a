using NewsExtract.Storage;

namespace NewsExtract.Batch.Tests;

/// <summary>Bulletins and a store in a folder that goes with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-batch-").FullName;
    private long _time = 638_000_000_000_000_000;

    public TemporaryFolder() => Store = NewsStore.Open(StorePath);

    public string StorePath => Path.Combine(_folder, "news.db");

    public NewsStore Store { get; }

    /// <summary>Writes a bulletin at a time of its own.</summary>
    public BatchInput Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, new DateTime(_time += TimeSpan.TicksPerMinute, DateTimeKind.Utc));
        return Input(name);
    }

    public BatchInput Input(string name)
    {
        var file = new FileInfo(Path.Combine(_folder, name));
        return new BatchInput(file.FullName, name, () =>
        {
            Loads++;
            return File.ReadAllBytes(file.FullName);
        })
        {
            Bytes = file.Length,
            Modified = file.LastWriteTimeUtc.Ticks,
        };
    }

    /// <summary>How often a file's bytes were asked for.</summary>
    public int Loads { get; private set; }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
