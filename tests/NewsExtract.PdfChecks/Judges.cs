using System.ComponentModel;
using System.Diagnostics;

namespace NewsExtract.PdfChecks;

/// <summary>Other programs that read PDF files, where they are installed.</summary>
internal static class Judges
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    public static bool AreInstalled { get; } = Run("pdftotext", ["-v"]) is not null && Run("mutool", ["-v"]) is not null;

    /// <summary>The text in pdftotext's order; <c>null</c> when it fails.</summary>
    public static string? PdfToText(string file) => Run("pdftotext", ["-q", file, "-"]);

    /// <summary>The text in mutool's order; <c>null</c> when it fails.</summary>
    public static string? Mutool(string file) => Run("mutool", ["draw", "-q", "-F", "txt", file]);

    /// <summary>Characters with their quads, XML; <c>null</c> when it fails.</summary>
    public static string? MutoolStructure(string file) => Run("mutool", ["draw", "-q", "-F", "stext", file]);

    private static string? Run(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(s_limit))
            {
                process.Kill();
                return null;
            }

            return process.ExitCode == 0 || text.Result.Length > 0 ? text.Result : arguments is ["-v"] ? "" : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
