using System.Globalization;
using System.Text;

namespace NewsExtract.Queue.Tests;

/// <summary>Bulletins of the corpus with a line of their own each, one that is long, two alike, one that can't be read, and one that kills.</summary>
internal sealed class Inputs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-queue-").FullName;

    public Inputs(int count, int timesLong = 3)
    {
        var texts = Directory.EnumerateFiles(Path.Combine(FindRoot(), "corpus", "train"), "*.txt").Order(StringComparer.Ordinal).Select(static path => File.ReadAllText(path)).ToList();
        Directory.CreateDirectory(Documents);
        Directory.CreateDirectory(Killers);
        Directory.CreateDirectory(Starts);
        for (var i = 0; i < count - 5; i++)
        {
            Write(Documents, string.Create(CultureInfo.InvariantCulture, $"{i:D5}.txt"), texts[i % texts.Count] + string.Create(CultureInfo.InvariantCulture, $"\n第{i}期\n"));
        }

        Write(Documents, "00000-again.txt", File.ReadAllText(Path.Combine(Documents, "00000.txt")));
        Write(Documents, "poison.pdf", "%PDF-1.7\nthis is no page\n");
        Write(Documents, "empty.pdf", "%PDF-1.4\n");
        Write(Documents, StartupHook.Long, string.Join('\n', Enumerable.Repeat(texts, timesLong).SelectMany(static all => all)));
        Write(Killers, StartupHook.Killer, texts[0] + "\n末期\n");
        Count = count;
    }

    public int Count { get; }

    public string Documents => Path.Combine(_folder, "documents");

    public string Killers => Path.Combine(_folder, "killers");

    /// <summary>A file for each start of a watched input.</summary>
    public string Starts => Path.Combine(_folder, "starts");

    /// <returns>The processes that began it, in order.</returns>
    public IReadOnlyList<int> FindStarts(string name) =>
    [
        .. Directory.GetFiles(Starts, name + ".*").Select(static path => path.Split('.')).OrderBy(static parts => long.Parse(parts[^1], CultureInfo.InvariantCulture)).Select(static parts => int.Parse(parts[^2], CultureInfo.InvariantCulture)),
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Write(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsExtract.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("run this inside the repository");
        }

        return folder;
    }
}
