using System.Collections.Immutable;

namespace NewsExtract;

/// <summary>A file of fact types that makes no sense: its <see cref="Diagnostics"/> say where and what to do.</summary>
public sealed class FactTypeFileException : Exception
{
    internal FactTypeFileException(ImmutableArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics.Select(static diagnostic => $"{diagnostic.Code}: {diagnostic.Message}")))
    {
        Diagnostics = diagnostics;
    }

    /// <summary>NX1211, NX1212 and NX1213, in the order of the file; one at least.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
