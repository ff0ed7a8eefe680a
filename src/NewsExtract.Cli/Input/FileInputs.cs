using NewsExtract.Batch;

namespace NewsExtract.Cli.Input;

/// <summary>Files as inputs of a batch, known by their absolute paths.</summary>
internal sealed class FileInputs(SourceLoader loader)
{
    public BatchInput Open(InputItem item)
    {
        var path = Path.GetFullPath(item.Path);
        var file = new FileInfo(path);
        return new BatchInput(path, item.SourceName, () => loader.Load(item).Bytes)
        {
            Problem = item.Problem,
            Bytes = file.Exists ? file.Length : null,
            Modified = file.Exists ? file.LastWriteTimeUtc.Ticks : null,
        };
    }

    public BatchInput Open(string path) => Open(new InputItem(path, ""));
}
