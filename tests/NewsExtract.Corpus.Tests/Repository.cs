namespace NewsExtract.Corpus.Tests;

/// <summary>Where the files of this repository lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory, "NewsExtract.sln") ?? throw new DirectoryNotFoundException("no NewsExtract.sln above the test's folder");

    public static string Corpus { get; } = Path.Combine(Root, "corpus");

    public static IEnumerable<string> Bulletins { get; } = [.. Directory.EnumerateFiles(Corpus, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>The nearest folder at or above <paramref name="start"/> that holds <paramref name="relativePath"/>; <c>null</c> when none does.</summary>
    public static string? Find(string start, string relativePath)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, relativePath)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
