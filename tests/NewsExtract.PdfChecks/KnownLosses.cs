namespace NewsExtract.PdfChecks;

/// <summary>Files that miss the floor of their group for a reason that is no defect of reading a bulletin, and what they reach.</summary>
internal static class KnownLosses
{
    private static readonly Dictionary<string, double> s_floors = new()
    {
        // Text that stands in form fields, which a bulletin has none of.
        ["real-pdfcpu-chineseSimple"] = 0.70,
        ["real-pdfcpu-chineseTraditional"] = 0.70,

        // Drawn twice to look bold: the judges count it twice, the reader once.
        ["real-pdfplumber-issue-842-example"] = 0.75,
    };

    /// <returns>Least recall in [0, 1]; 0 for all other files.</returns>
    public static double Floor(string name) => s_floors.GetValueOrDefault(name);
}
