using NewsExtract.Batch;
using NewsExtract.Storage;

namespace NewsExtract.Web.Jobs;

/// <summary>Opens what was ingested before once more: files, and what lies in a store of objects (<c>s3://bucket/key</c>).</summary>
internal sealed class StoredInputs(NewsStore store, WebSettings settings)
{
    public BatchInput Open(InputEntry input)
    {
        var name = (input.Sha256 is { } sha256 ? store.FindDocument(sha256)?.Name : null) ?? Path.GetFileName(input.Path);
        var isFile = !input.Path.Contains("://", StringComparison.Ordinal);
        var opened = isFile ? SourceBytes.Input(input.Path, name)
            : settings.Blobs is { } blobs && blobs.Holds(input.Path) ? blobs.Open(input.Path) with { Name = name }
            : new BatchInput(input.Path, name, () => throw OutOfReach());

        // What is gone, or not at hand, is still known by what was read of it; that an object has changed is for an ingest of it to find.
        return input.Sha256 is null || (isFile && File.Exists(input.Path)) ? opened : opened with { Bytes = input.Bytes, Modified = input.Modified };
    }

    private static DocumentReadException OutOfReach() =>
        new(new Diagnostic("NX2002", Severity.Error, "it lies in a store of objects that this server does not reach — process it again with newsextract ingest"));
}
