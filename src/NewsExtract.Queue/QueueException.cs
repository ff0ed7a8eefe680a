namespace NewsExtract.Queue;

/// <summary>A queue that can't be reached or used: its <see cref="Diagnostic"/> says why and what to do.</summary>
public sealed class QueueException(Diagnostic diagnostic, Exception? inner = null) : Exception(diagnostic?.Message, inner)
{
    internal QueueException(string code, string message, Exception? inner = null)
        : this(new Diagnostic(code, Severity.Error, message), inner)
    {
    }

    public Diagnostic Diagnostic { get; } = diagnostic ?? throw new ArgumentNullException(nameof(diagnostic));
}
