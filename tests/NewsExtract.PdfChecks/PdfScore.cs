using NewsExtract.Readers.Pdf;

namespace NewsExtract.PdfChecks;

/// <summary>What reading a file gave.</summary>
/// <param name="Text"><c>null</c> when no document came of it.</param>
/// <param name="Codes">Of all diagnostics, each once, in order of appearance.</param>
/// <param name="IsOcr">Some of the text was read off pictures.</param>
internal sealed record PdfReading(string? Text, int Pages, IReadOnlyList<string> Codes, bool IsOcr, double Seconds);

/// <summary>A reading held against the true text or, where none is known, against what two other programs agree on.</summary>
/// <param name="Expected">Han characters of the true text or of the consensus; <c>null</c> when there is neither.</param>
/// <param name="Recall"><c>null</c> without a text to compare with.</param>
/// <param name="Order"><c>null</c> also when the two other programs differ in order.</param>
/// <param name="IsConsensus">No true text is known.</param>
internal sealed record PdfScore(string File, PdfGroup Group, PdfReading Reading, int? Expected, double? Recall, double? Order, bool IsConsensus)
{
    // Two programs that agree on less than this share of their common characters don't agree in order.
    private const double Agreement = 0.98;

    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>Pages without usable text are judged by OCR's own floors; their embedded text is no measure.</summary>
    public bool IsLeftToOcr => IsConsensus && Reading.IsOcr;

    public static PdfScore Of(string file, PdfReading reading)
    {
        var group = PdfGroup.Of(file);
        var found = HanText.Of(reading.Text ?? "");
        if (TrueText(file) is { } truth)
        {
            var expected = HanText.Of(truth);
            return new PdfScore(file, group, reading, expected.Count, expected.Recall(found), expected.Order(found), IsConsensus: false);
        }

        if (group != PdfGroup.Real || !Judges.AreInstalled || (Judges.PdfToText(file), Judges.Mutool(file)) is not ({ } first, { } second))
        {
            return new PdfScore(file, group, reading, null, null, null, IsConsensus: true);
        }

        // The judges print the radicals that fonts name; ours are characters.
        HanText one = HanText.Of(IdeographRepair.Repair(first)), two = HanText.Of(IdeographRepair.Repair(second));
        var consensus = one.Common(two);
        if (consensus.Count == 0)
        {
            return new PdfScore(file, group, reading, 0, null, null, IsConsensus: true);
        }

        var agreeing = one.CommonSubsequence(two);
        double? order = agreeing >= Agreement * consensus.Count
            ? Math.Min(1, (double)Math.Max(one.CommonSubsequence(found), two.CommonSubsequence(found)) / agreeing)
            : null;
        return new PdfScore(file, group, reading, consensus.Count, consensus.Recall(found), order, IsConsensus: true);
    }

    /// <summary>What the reading lacks of its group's floors, a line each.</summary>
    public IEnumerable<string> Misses(TimeSpan limit)
    {
        if (Reading.Seconds > limit.TotalSeconds)
        {
            yield return $"{Name}: took {Reading.Seconds:F1} s, at most {limit.TotalSeconds:F0} s allowed";
        }

        if (Group.WantsDiagnostic && Reading is { Codes: [], Text: null or "" })
        {
            yield return $"{Name}: neither text nor diagnostic";
        }

        if (!IsLeftToOcr && (Recall < Group.Recall || Order < Group.Order))
        {
            yield return $"{Name}: recall {Recall:F4}, order {Order:F4}, floors of {Group.Name} {Group.Recall:F2}, {Group.Order:F2}";
        }
    }

    private static string? TrueText(string file)
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, "..", "gt", Path.GetFileNameWithoutExtension(file) + ".gt.txt");
        return System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path) : null;
    }
}
