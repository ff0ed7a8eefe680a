using System.ComponentModel;
using System.Diagnostics;

namespace NewsExtract.Readers.Ocr;

/// <summary>Runs a program for its output.</summary>
internal static class ExternalProgram
{
    /// <param name="missing">What to throw when the program is not installed.</param>
    /// <returns>What it writes; <c>null</c> when it fails or runs over the limit.</returns>
    public static byte[]? Run(string program, IEnumerable<string> arguments, TimeSpan limit, Func<Exception, OcrUnavailableException> missing, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw missing(exception);
        }

        process.StandardInput.Close();
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(limit);
        using var kill = timer.Token.Register(() => Kill(process));
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 && !timer.IsCancellationRequested ? output.ToArray() : null;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself just now.
        }
    }
}
