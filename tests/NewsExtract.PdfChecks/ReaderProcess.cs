using System.Globalization;
using NewsExtract.Readers.Isolation;
using NewsExtract.Readers.Ocr;

namespace NewsExtract.PdfChecks;

/// <summary>
/// Reads files in child processes of a program: the command, or the running one, which must then call <see cref="Serve"/> when its
/// only argument is <see cref="Argument"/>.
/// </summary>
/// <param name="limit">Longest time for one file.</param>
/// <param name="engineName">One of <see cref="OcrEngines.Names"/>; <c>null</c> for no OCR.</param>
/// <param name="command">newsextract.dll; <c>null</c> for the running program.</param>
internal sealed class ReaderProcess(TimeSpan limit, string? engineName, string? command = null) : IDisposable
{
    public const string Argument = "read-worker";

    private readonly IsolatedDocumentReader _reader = new(Options(limit, command), engineName: engineName);

    /// <summary>Codes of readings that ended, held up or overfilled the child.</summary>
    public static bool IsProcessFailure(PdfReading reading) => reading.Codes.Any(code => code.StartsWith("NX137", StringComparison.Ordinal));

    public PdfReading Read(string file) => Read(Path.GetFileName(file), File.ReadAllBytes(file));

    public PdfReading Read(string name, byte[] bytes) => DocumentReading.Read(_reader, new DocumentSource(name, bytes));

    /// <summary>The child's side.</summary>
    public static void Serve()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        ReaderWorker.Run(input, output);
    }

    public void Dispose() => _reader.Dispose();

    private static ReaderProcessOptions Options(TimeSpan limit, string? command)
    {
        if (command is not null)
        {
            return new ReaderProcessOptions { Command = "dotnet", Arguments = [command, Argument, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)], Timeout = limit };
        }

        var program = Environment.ProcessPath!;
        return new ReaderProcessOptions
        {
            Command = program,
            Arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Environment.GetCommandLineArgs()[0], Argument] : [Argument],
            Timeout = limit,
        };
    }
}
