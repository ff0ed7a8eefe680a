namespace NewsExtract.PdfChecks;

/// <summary>The folder of PDF files that lies beside the repository, on machines that have it.</summary>
internal static class PdfFiles
{
    private static readonly string[] s_folders = ["synthetic", "real", "robust"];

    /// <param name="filter">A part of the name; empty for all.</param>
    public static IEnumerable<string> In(string folder, string filter = "") => s_folders
        .Select(name => Path.Combine(folder, name))
        .Where(Directory.Exists)
        .SelectMany(path => Directory.EnumerateFiles(path, "*.pdf").Order(StringComparer.Ordinal))
        .Where(file => file.Contains(filter, StringComparison.OrdinalIgnoreCase));
}
