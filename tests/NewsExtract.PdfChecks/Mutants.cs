namespace NewsExtract.PdfChecks;

/// <summary>A numbered series of damaged files: every third one has its streams damaged, the others the file around them.</summary>
/// <param name="folder">Of whole PDF files to damage beside the small ones; <c>null</c> for none.</param>
internal sealed class Mutants(string? folder)
{
    /// <summary>The files to damage, whole.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Whole { get; } =
    [
        .. SmallPdf.All,
        .. folder is null ? [] : Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))),
    ];

    public (string Name, byte[] Bytes) this[int number]
    {
        get
        {
            if (number % 3 == 0)
            {
                return SmallPdf.WithDamagedStreams(number / 3);
            }

            var (name, bytes) = Whole[number % Whole.Count];
            return (name, PdfMutator.Mutate(bytes, number));
        }
    }
}
