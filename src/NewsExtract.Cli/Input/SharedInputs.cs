using NewsExtract.Batch;
using NewsExtract.Queue.Blobs;

namespace NewsExtract.Cli.Input;

/// <summary>Inputs that several machines see under one path: files of a shared folder, and objects <c>s3://bucket/key</c>.</summary>
internal sealed class SharedInputs : IDisposable
{
    private readonly S3Blobs _objects = new();

    /// <summary>Objects first, then files, each in the order of <paramref name="paths"/>.</summary>
    public IEnumerable<BatchInput> Expand(string[] paths)
    {
        foreach (var path in paths.Where(_objects.Holds))
        {
            foreach (var input in _objects.List(path))
            {
                yield return input;
            }
        }

        foreach (var item in InputExpander.Expand(paths.Where(path => !_objects.Holds(path))))
        {
            yield return item.ToInput();
        }
    }

    public BatchInput Open(string path) => _objects.Holds(path) ? _objects.Open(path) : new InputItem(path, "").ToInput();

    public void Dispose() => _objects.Dispose();
}
