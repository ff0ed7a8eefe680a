using NewsExtract.Readers.Isolation;
using NewsExtract.Readers.Ocr;

namespace NewsExtract.PdfChecks;

/// <summary>
/// Reads files in child processes of the running program. The program must call <see cref="Serve"/> when its only argument is
/// <see cref="Argument"/>.
/// </summary>
/// <param name="limit">Longest time for one file.</param>
/// <param name="engineName">One of <see cref="OcrEngines.Names"/>; <c>null</c> for no OCR.</param>
internal sealed class ReaderProcess(TimeSpan limit, string? engineName) : IDisposable
{
    public const string Argument = "read-worker";

    private readonly IsolatedDocumentReader _reader = new(Options(limit), engineName: engineName);

    /// <summary>Codes of readings that ended, held up or overfilled the child.</summary>
    public static bool IsProcessFailure(PdfReading reading) => reading.Codes.Any(code => code.StartsWith("NX137", StringComparison.Ordinal));

    public PdfReading Read(string file) => DocumentReading.Read(_reader, file);

    /// <summary>The child's side.</summary>
    public static void Serve()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        ReaderWorker.Run(input, output);
    }

    public void Dispose() => _reader.Dispose();

    private static ReaderProcessOptions Options(TimeSpan limit)
    {
        var program = Environment.ProcessPath!;
        return new ReaderProcessOptions
        {
            Command = program,
            Arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Environment.GetCommandLineArgs()[0], Argument] : [Argument],
            Timeout = limit,
        };
    }
}
