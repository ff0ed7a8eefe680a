namespace NewsExtract.Readers.Layout;

/// <summary>The diagnostics of the layout stage; docs/diagnostics.md lists them.</summary>
internal static class LayoutDiagnostics
{
    public static Diagnostic Doubled(string source, TextSpan span) =>
        new("NX1101", Severity.Info, $"'{span.Of(source)}' was printed at the end of a column and again at the beginning of the next; it is read once", span);

    public static Diagnostic BrokenOff(TextSpan span) =>
        new("NX1102", Severity.Warning, "a paragraph breaks off in mid-sentence and no part of the text goes on; check that the source is whole", span);

    public static Diagnostic NoHeadline(TextSpan span) =>
        new("NX1103", Severity.Info, "no headline was found for this text", span);
}
