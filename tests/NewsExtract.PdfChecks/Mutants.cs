namespace NewsExtract.PdfChecks;

/// <summary>A numbered series of damaged files: every third one has its streams damaged, the others the file around them.</summary>
/// <param name="folder">Of whole PDF files to damage beside the small ones, each as it is and unpacked; <c>null</c> for none.</param>
internal sealed class Mutants(string? folder)
{
    /// <summary>The files to damage, whole.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Whole { get; } = [.. SmallPdf.All, .. folder is null ? [] : FilesIn(folder)];

    public (string Name, byte[] Bytes) this[int number]
    {
        get
        {
            if (number % 3 == 0)
            {
                return SmallPdf.WithDamagedStreams(number / 3);
            }

            // 1, 2, 4, 5, 7 … are the 0th, 1st, 2nd, 3rd, 4th …: every file has its turn, whatever their number.
            var (name, bytes) = Whole[(number - (number / 3) - 1) % Whole.Count];
            return (name, PdfMutator.Mutate(bytes, number));
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> FilesIn(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal))
        {
            var (name, bytes) = (Path.GetFileName(path), File.ReadAllBytes(path));
            yield return (name, bytes);
            var unpacked = UnpackedPdf.Of(bytes);
            if (unpacked != bytes)
            {
                yield return ($"{name}, unpacked", unpacked);
            }
        }
    }
}
