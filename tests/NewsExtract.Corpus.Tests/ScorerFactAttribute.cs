using System.ComponentModel;
using System.Diagnostics;

namespace NewsExtract.Corpus.Tests;

/// <summary>A test that needs the reference scorer, shared/tools/score.py above the repository, and python3; skipped without them.</summary>
internal sealed class ScorerFactAttribute : FactAttribute
{
    public ScorerFactAttribute()
    {
        Skip = Scorer is null ? "shared/tools/score.py does not lie above the repository" : HasPython ? null : "python3 is not installed";
    }

    public static string? Scorer { get; } = Repository.Find(Repository.Root, Path.Combine("shared", "tools", "score.py")) is { } folder
        ? Path.Combine(folder, "shared", "tools", "score.py")
        : null;

    private static bool HasPython { get; } = CanStart();

    private static bool CanStart()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", "--version") { RedirectStandardOutput = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
