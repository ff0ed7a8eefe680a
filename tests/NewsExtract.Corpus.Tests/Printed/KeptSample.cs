namespace NewsExtract.Corpus.Tests.Printed;

/// <summary>A file of corpus/pdf.</summary>
/// <param name="Bulletins">Paths of the texts that it prints.</param>
internal sealed record KeptSample(string PdfPath, IReadOnlyList<string> Bulletins, string Order)
{
    public static IReadOnlyList<KeptSample> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Corpus, "pdf", "samples.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(fields => new KeptSample(
                Path.Combine(Repository.Corpus, "pdf", fields[0] + ".pdf"),
                [.. fields[1].Split('+').Select(name => Path.Combine(Repository.Corpus, "dev", name + ".txt"))],
                fields[3])),
    ];

    public bool IsScan => Order.StartsWith("scan", StringComparison.Ordinal);

    /// <summary>What is printed, in reading order.</summary>
    public string Truth => File.ReadAllText(Path.ChangeExtension(PdfPath, ".gt"));
}
