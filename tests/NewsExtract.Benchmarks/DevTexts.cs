namespace NewsExtract.Benchmarks;

/// <summary>The bulletins of corpus/dev.</summary>
internal static class DevTexts
{
    public static IReadOnlyList<(string Name, byte[] Bytes)> Read() => Read(Folder("dev"));

    /// <summary>A part of the corpus.</summary>
    public static string Folder(string part) => Path.Combine(FindRoot(), "corpus", part);

    /// <param name="path">A file, or a folder of .txt files.</param>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Read(string path) =>
        [.. Files(path).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))];

    public static IEnumerable<string> Files(string path) =>
        File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal);

    // BenchmarkDotNet runs a copy of the program from another folder inside the repository.
    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NewsExtract.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("run this inside the repository");
    }
}
