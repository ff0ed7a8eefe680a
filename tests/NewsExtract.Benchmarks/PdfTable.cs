using NewsExtract.PdfChecks;
using NewsExtract.Readers.Ocr;

namespace NewsExtract.Benchmarks;

/// <summary>Reads every PDF file of a folder and prints how much of its text was found, and what falls short of the floors.</summary>
internal static class PdfTable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120);

    /// <returns>1 when a floor is missed.</returns>
    public static int Print(string folder, string filter)
    {
        using var reader = new ReaderProcess(s_limit, OcrEngines.Paddle);
        var scores = new List<PdfScore>();
        PdfGroup? group = null;
        foreach (var file in PdfFiles.In(folder, filter).OrderBy(file => PdfGroup.All.ToList().IndexOf(PdfGroup.Of(file))))
        {
            var score = PdfScore.Of(file, reader.Read(file));
            scores.Add(score);
            if (group != score.Group)
            {
                group = score.Group;
                Console.WriteLine();
                Console.WriteLine($"## {group.Name}: recall ≥ {group.Recall:F2}, order ≥ {group.Order:F2}");
                Console.WriteLine($"{"file",-52} {"pages",5} {"Han",6} {"truth",6} {"recall",7} {"order",7} {"s",6}");
            }

            Console.WriteLine(Row(score));
        }

        if (scores.Count == 0)
        {
            Console.WriteLine($"{folder} holds no synthetic/, real/ or robust/ PDF files{(filter.Length > 0 ? $" named …{filter}…" : "")}");
            return 1;
        }

        Console.WriteLine();
        Console.WriteLine($"{"group",-20} {"files",5} {"missed",6} {"recall, least",13} {"order, least",12} {"order, mean",11} {"s",6}");
        foreach (var members in scores.GroupBy(score => score.Group))
        {
            var counted = members.Where(score => !score.IsLeftToOcr).ToList();
            var missed = members.Count(score => score.Misses(s_limit).Any());
            var seconds = members.Sum(score => score.Reading.Seconds);
            Console.WriteLine($"{members.Key.Name,-20} {members.Count(),5} {missed,6} {counted.Min(score => score.Recall),13:F4} {counted.Min(score => score.Order),12:F4} {counted.Average(score => score.Order),11:F4} {seconds,6:F1}");
        }

        var misses = scores.SelectMany(score => score.Misses(s_limit)).ToList();
        Console.WriteLine();
        Console.WriteLine(misses.Count == 0 ? "all floors are kept" : $"{misses.Count} floors are missed:");
        misses.ForEach(Console.WriteLine);
        return misses.Count == 0 ? 0 : 1;
    }

    private static string Row(PdfScore score)
    {
        var reading = score.Reading;
        var kind = (score is { IsConsensus: true, Expected: > 0 } ? "consensus " : "") + (reading.IsOcr ? "ocr " : "") + string.Join(' ', reading.Codes);
        var found = reading.Text is { } text ? HanText.Of(text).Count : (int?)null;
        return $"{score.Name,-52} {reading.Pages,5} {Cell(found),6} {Cell(score.Expected),6} {Cell(score.Recall),7} {Cell(score.Order),7} {reading.Seconds,6:F2} {kind}".TrimEnd();
    }

    private static string Cell(int? count) => count is { } value ? $"{value}" : "–";

    private static string Cell(double? share) => share is { } value ? $"{value:F4}" : "–";
}
