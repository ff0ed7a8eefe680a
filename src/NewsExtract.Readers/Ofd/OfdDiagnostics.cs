using System.Globalization;

namespace NewsExtract.Readers.Ofd;

/// <summary>What single pages of an OFD file may lack; docs/diagnostics.md lists them.</summary>
internal static class OfdDiagnostics
{
    public static Diagnostic PageMissing(int number) =>
        new("NX1406", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"page {number} is missing from the file or broken; the others are read"));

    public static Diagnostic PageCut(int number) =>
        new("NX1407", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"page {number} draws more than any printed page; the rest of it is left out"));

    public static Diagnostic PagesLeft(int count, int most) =>
        new("NX1407", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"the file has {count} pages; those after the first {most} are left out"));
}
