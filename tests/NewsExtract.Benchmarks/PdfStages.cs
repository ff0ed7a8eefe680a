using System.Collections.Immutable;
using System.Security.Cryptography;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Arrangement;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Benchmarks;

/// <summary>Time and allocation of reading PDF files by stage, in this process.</summary>
internal static class PdfStages
{
    /// <summary>The best of several passes for each stage, after one pass to warm up, which is shown apart.</summary>
    /// <param name="path">A file, or a folder of PDF files.</param>
    public static void Print(string path, int repeats)
    {
        var sources = (File.Exists(path) ? Enumerable.Repeat(path, 1) : Directory.EnumerateFiles(path, "*.pdf").Order(StringComparer.Ordinal))
            .Select(file => new DocumentSource(Path.GetFileName(file), File.ReadAllBytes(file))).ToList();
        var reader = new PdfReader(PdfReaderOptions.Default);
        var clock = new StageClock();
        int pages = 0, failed = 0;
        double first = 0;
        for (var pass = 0; pass <= repeats; pass++)
        {
            clock.StartPass();
            pages = failed = 0;
            var start = StageClock.Nanoseconds();
            foreach (var source in sources)
            {
                try
                {
                    var contents = clock.Measure("pages", () => reader.ReadPages(source, ImmutableArray.CreateBuilder<Diagnostic>(), CancellationToken.None).Pages);
                    var arranged = clock.Measure("arrange", () => PageArranger.Arrange(contents));
                    var id = clock.Measure("hash", () => Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span)));
                    clock.Measure("compose", () => DocumentComposer.Compose(id, source, arranged, []));
                    pages += contents.Count;
                }
                catch (DocumentReadException)
                {
                    failed++;
                }
            }

            clock.Add("all", StageClock.Nanoseconds() - start);
            first = pass == 0 ? (StageClock.Nanoseconds() - start) / 1e6 : first;
            clock.EndPass(keep: pass > 0);
        }

        Console.WriteLine($"{sources.Count} files, {failed} not read, {pages} pages; best of {repeats} passes, the first took {first:F0} ms");
        Console.WriteLine($"collections {GC.CollectionCount(0)} / {GC.CollectionCount(1)} / {GC.CollectionCount(2)}, paused for {GC.GetTotalPauseDuration().TotalMilliseconds:F0} ms of all passes");
        Console.WriteLine($"{"stage",-12} {"ms",9} {"ms/page",8} {"pages/s",9} {"KB/page",9}");
        foreach (var (stage, milliseconds, allocated) in clock.Best())
        {
            Console.WriteLine($"{stage,-12} {milliseconds,9:F2} {milliseconds / pages,8:F3} {pages / milliseconds * 1000,9:F0} {allocated / 1000 / pages,9}");
        }
    }
}
