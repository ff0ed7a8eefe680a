using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace NewsExtract.Storage.Tests.Export;

/// <summary>Asks a file of JSON-LD in SPARQL by rdflib (Debian's python3-rdflib).</summary>
internal static class RdfReader
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Why it can't be asked; <c>null</c> when it can.</summary>
    public static string? Missing { get; } = File.Exists(Python) && Run("-c", "import rdflib").ExitCode == 0 ? null : "python3-rdflib is not installed";

    /// <returns>A row's variables by name; sorted.</returns>
    public static List<Dictionary<string, string?>> Ask(string file, string sparql)
    {
        var (exitCode, output, error) = Run(Script(), file, sparql);
        Assert.True(exitCode == 0, error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Select(static line => JsonSerializer.Deserialize<Dictionary<string, string?>>(line)!)];
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, args) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, Environment = { ["PYTHONIOENCODING"] = "utf-8" } })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static string Script([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "read_jsonld.py");
}

/// <summary>A test that needs <see cref="RdfReader"/>; skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RdfFactAttribute : FactAttribute
{
    public RdfFactAttribute() => Skip = RdfReader.Missing;
}
