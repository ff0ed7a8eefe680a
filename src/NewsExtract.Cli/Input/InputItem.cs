using NewsExtract.Batch;

namespace NewsExtract.Cli.Input;

/// <summary>A source to work on, or a path that leads to none.</summary>
/// <param name="Path">As the user wrote it or below a folder that the user wrote; <c>-</c> for standard input.</param>
/// <param name="OutputName">Where its records go below the output folder, without an extension.</param>
internal sealed record InputItem(string Path, string OutputName)
{
    public const string StandardInput = "-";

    /// <summary>Why there is nothing to read; <c>null</c> when there is.</summary>
    public Diagnostic? Problem { get; init; }

    public bool IsStandardInput => Path == StandardInput;

    /// <summary>The name that stands in records: the file's own, without folders, so that it does not depend on where it lies.</summary>
    public string SourceName => IsStandardInput ? "stdin" : System.IO.Path.GetFileName(Path);

    /// <summary>As an input of a batch.</summary>
    public BatchInput ToInput() => SourceBytes.Input(Path, SourceName) with { Problem = Problem };
}
