using NewsExtract.PdfChecks;

namespace NewsExtract.Benchmarks;

/// <summary>Reads damaged PDF files in a child process and counts what comes of them.</summary>
internal static class MutationTable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    /// <param name="folder">Of PDF files to damage beside the small ones; <c>null</c> for none.</param>
    /// <returns>1 when a file crashes or hangs the reader.</returns>
    public static int Print(int count, string? folder)
    {
        var mutants = new Mutants(folder);
        using var reader = new ReaderProcess(s_limit);
        var scratch = Directory.CreateTempSubdirectory("newsextract-mutants-");
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var failures = new List<string>();
        double slowest = 0;
        foreach (var (name, bytes) in mutants.Whole)
        {
            var whole = Read(bytes, $"{name}-whole.pdf");
            Console.WriteLine($"{name}: {whole.Pages} pages, {HanText.Of(whole.Text ?? "").Count} Han {string.Join(' ', whole.Codes)} {whole.Failure}");
        }

        for (var i = 0; i < count; i++)
        {
            var (name, bytes) = mutants[i];
            var file = $"{i}.pdf";
            var reading = Read(bytes, file);
            var outcome = reading.Failure?.Split(':')[0] ?? (reading.Text is null ? $"refused: {string.Join(' ', reading.Codes)}" : reading.Codes.Count > 0 ? "document with diagnostics" : "document");
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            slowest = Math.Max(slowest, reading.Seconds);
            if (reading.Failure is { } failure)
            {
                failures.Add($"{i} ({name}): {failure}");
            }
            else
            {
                File.Delete(Path.Combine(scratch.FullName, file));
            }
        }

        Console.WriteLine($"{count} damaged files, slowest {slowest:F2} s");
        foreach (var (outcome, times) in outcomes.OrderByDescending(pair => pair.Value))
        {
            Console.WriteLine($"{times,6}  {outcome}");
        }

        if (failures.Count > 0)
        {
            Console.WriteLine($"{failures.Count} crash, hang or throw; they lie in {scratch.FullName}:");
            // Those that ended or held up the process first: no exception handling mends them.
            failures.OrderBy(failure => failure.Contains(": threw ", StringComparison.Ordinal)).Take(40).ToList().ForEach(Console.WriteLine);
            return 1;
        }

        scratch.Delete(recursive: true);
        return 0;

        PdfReading Read(byte[] bytes, string name)
        {
            var path = Path.Combine(scratch.FullName, name.Replace('/', '_'));
            File.WriteAllBytes(path, bytes);
            return reader.Read(path);
        }
    }
}
