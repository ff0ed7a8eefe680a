using NewsExtract.Batch;
using NewsExtract.Queue.Blobs;

namespace NewsExtract.Cli.Input;

/// <summary>Inputs that several machines see under one path: files of a shared folder, and objects <c>s3://bucket/key</c>.</summary>
internal sealed class SharedInputs(Terminal terminal) : IDisposable
{
    private readonly FileInputs _files = new(new SourceLoader(terminal, encoding: null, date: null));
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
            yield return _files.Open(item);
        }
    }

    public BatchInput Open(string path) => _objects.Holds(path) ? _objects.Open(path) : _files.Open(path);

    public void Dispose() => _objects.Dispose();
}
