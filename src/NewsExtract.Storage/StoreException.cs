namespace NewsExtract.Storage;

/// <summary>A store that can't be opened, read or written: its <see cref="Diagnostic"/> says why and what to do.</summary>
public sealed class StoreException(Diagnostic diagnostic, Exception? inner = null) : Exception(diagnostic?.Message, inner)
{
    internal StoreException(string code, string message, Exception? inner = null)
        : this(new Diagnostic(code, Severity.Error, message), inner)
    {
    }

    public Diagnostic Diagnostic { get; } = diagnostic ?? throw new ArgumentNullException(nameof(diagnostic));
}
