namespace NewsExtract.Storage.Export;

/// <summary>
/// CSV as RFC 4180 has it. Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection).
/// </summary>
internal static class CsvText
{
    public const string LineEnd = "\r\n";

    // The wide ones because Excel takes ＝ for = where it reads Chinese or Japanese.
    private const string FormulaSigns = "=+-@\t\r\n＝＋－＠";

    /// <summary>A cell as it stands in the file.</summary>
    /// <param name="isNumber">It is left as it is: -5 is no formula.</param>
    public static string Cell(string text, bool isNumber = false)
    {
        if (isNumber)
        {
            return text;
        }

        if (text.Length > 0 && FormulaSigns.Contains(text[0], StringComparison.Ordinal))
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
