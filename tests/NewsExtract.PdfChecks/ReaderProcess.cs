using System.Diagnostics;
using System.Text.Json;

namespace NewsExtract.PdfChecks;

/// <summary>
/// Reads files in a child process of the running program, one after the other, and starts a new one when a file has ended it or
/// takes too long. The program must call <see cref="Serve"/> when its only argument is <see cref="Argument"/>.
/// </summary>
internal sealed class ReaderProcess(TimeSpan limit) : IDisposable
{
    public const string Argument = "read-documents";

    private Process? _child;

    public PdfReading Read(string file)
    {
        _child ??= Start();
        var watch = Stopwatch.StartNew();
        _child.StandardInput.WriteLine(file);
        var answer = _child.StandardOutput.ReadLineAsync();
        var isTimely = answer.Wait(limit);
        if (isTimely && answer.Result is { } line)
        {
            return JsonSerializer.Deserialize<PdfReading>(line)!;
        }

        Dispose();
        return new PdfReading(null, 0, [], IsOcr: false, watch.Elapsed.TotalSeconds, isTimely ? "ended the process" : $"no answer within {limit.TotalSeconds:F0} s");
    }

    /// <summary>The child's side: a line of JSON for each file named on a line of standard input.</summary>
    public static void Serve(IDocumentReader reader)
    {
        while (Console.ReadLine() is { } file)
        {
            PdfReading reading;
            try
            {
                reading = DocumentReading.Read(reader, file);
            }
#pragma warning disable CA1031 // Every exception that gets here is a defect of the reader, and the table names it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                reading = new PdfReading(null, 0, [], IsOcr: false, 0, $"threw {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
            }

            Console.WriteLine(JsonSerializer.Serialize(reading));
        }
    }

    public void Dispose()
    {
        if (_child is { } child)
        {
            child.Kill();
            child.WaitForExit();
            child.Dispose();
            _child = null;
        }
    }

    private static Process Start()
    {
        var program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Environment.GetCommandLineArgs()[0], Argument] : [Argument];
        var child = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        child.ErrorDataReceived += (_, _) => { };
        child.BeginErrorReadLine();
        return child;
    }
}
