namespace NewsExtract.Storage.Tests;

/// <summary>A store in a folder of its own that goes with it.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-store-").FullName;

    public TemporaryStore(Func<string, string>? fold = null) => Store = NewsStore.Open(Path, fold is null ? null : new StoreOptions { Fold = fold });

    public string Path => System.IO.Path.Combine(_folder, "news.db");

    public NewsStore Store { get; }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
