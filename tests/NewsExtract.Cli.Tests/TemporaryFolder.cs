using System.Runtime.CompilerServices;

namespace NewsExtract.Cli.Tests;

/// <summary>A folder that goes when the test ends; named after the test, so that no two share one.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder([CallerMemberName] string test = "")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"newsextract-{Environment.ProcessId}-{test}");
        Dispose();
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
