using NewsExtract.Batch;

namespace NewsExtract.Cli.Input;

/// <summary>Reads the bytes of a source.</summary>
internal sealed class SourceLoader(Terminal terminal, string? encoding, PartialDate? date)
{
    /// <exception cref="DocumentReadException">NX2001, NX2002 or NX2006.</exception>
    public DocumentSource Load(InputItem item) =>
        new(item.SourceName, item.IsStandardInput ? SourceBytes.Read(terminal.Input) : SourceBytes.Read(item.Path)) { Encoding = encoding, Date = date };
}
