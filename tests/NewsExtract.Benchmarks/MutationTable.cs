using NewsExtract.PdfChecks;

namespace NewsExtract.Benchmarks;

/// <summary>Reads damaged PDF files in a child process and counts what comes of them.</summary>
internal static class MutationTable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    /// <param name="folder">Of PDF files to damage beside the small ones; <c>null</c> for none.</param>
    public static int Print(int count, string? folder)
    {
        var mutants = new Mutants(folder);
        using var reader = new ReaderProcess(s_limit, engineName: null);
        var scratch = Directory.CreateTempSubdirectory("newsextract-mutants-");
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var failures = new List<string>();
        double slowest = 0;
        foreach (var (name, bytes) in mutants.Whole)
        {
            var whole = Read(bytes, $"{name}-whole.pdf");
            Console.WriteLine($"{name}: {whole.Pages} pages, {HanText.Of(whole.Text ?? "").Count} Han {string.Join(' ', whole.Codes)}");
        }

        for (var i = 0; i < count; i++)
        {
            var (name, bytes) = mutants[i];
            var file = $"{i}.pdf";
            var reading = Read(bytes, file);
            var outcome = reading.Text is null ? $"refused: {string.Join(' ', reading.Codes)}" : reading.Codes.Count > 0 ? "document with diagnostics" : "document";
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            slowest = Math.Max(slowest, reading.Seconds);
            if (ReaderProcess.IsProcessFailure(reading))
            {
                failures.Add($"{i} ({name}): {outcome}");
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
            Console.WriteLine($"{failures.Count} ended or held up the reader's process, which the parent outlives; they lie in {scratch.FullName}:");
            failures.ForEach(Console.WriteLine);
            return 0;
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
