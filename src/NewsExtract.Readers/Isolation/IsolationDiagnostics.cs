using System.Globalization;

namespace NewsExtract.Readers.Isolation;

/// <summary>What can happen to a process that reads; docs/diagnostics.md lists the codes.</summary>
internal static class IsolationDiagnostics
{
    public static DocumentReadException Died(int? exitCode, Exception inner) => Fail(
        "NX1371",
        string.Create(CultureInfo.InvariantCulture, $"reading it ended the reader's process (exit code {exitCode?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}); the file is damaged or made to do harm: print it to a new PDF from a program that opens it"),
        inner);

    public static DocumentReadException TooLong(TimeSpan limit) => Fail(
        "NX1372",
        string.Create(CultureInfo.InvariantCulture, $"reading it takes more than {limit.TotalSeconds:0} seconds; if it is a long scan, allow more with --timeout or split it"));

    public static DocumentReadException TooMuchMemory(long limit) => Fail(
        "NX1373",
        string.Create(CultureInfo.InvariantCulture, $"reading it takes more than {limit >> 20} MiB of memory; split the file, or print it to a new PDF"));

    public static DocumentReadException CannotStart(string command, Exception inner) => Fail(
        "NX1374",
        $"the reader's process can't be started ({command}: {inner.Message.TrimEnd('.')}); install the program again",
        inner);

    private static DocumentReadException Fail(string code, string message, Exception? inner = null) => new(new Diagnostic(code, Severity.Error, message), inner);
}
