namespace NewsExtract.Core;

public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>One line for a person: a stable code, what was found and what to do.</summary>
/// <param name="Code">NX followed by four digits; docs/diagnostics.md lists them.</param>
/// <param name="Span">Where in <see cref="Document.Text"/>; <c>null</c> when it concerns the whole source.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, TextSpan? Span = null);
