using System.Reflection;

namespace NewsExtract.Chinese.Lexicons;

/// <summary>
/// Reads a lexicon: UTF-8 lines of words parted by blanks under a <c>[section]</c> line; <c>#</c> opens a comment line.
/// A word may carry an attribute after <c>=</c>. Files are embedded next to their reader, named <c>*.lex.txt</c>.
/// </summary>
internal static class LexiconFile
{
    /// <summary>A word of a section; <paramref name="Attribute"/> is <c>null</c> when none was given.</summary>
    internal readonly record struct Entry(string Section, string Word, string? Attribute);

    /// <exception cref="InvalidDataException">A missing resource, a word before any section, a word twice in one section.</exception>
    public static IReadOnlyList<Entry> Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"lexicon {name} is not in {assembly.GetName().Name}");
        using var reader = new StreamReader(stream);
        var entries = new List<Entry>();
        var seen = new HashSet<(string, string)>();
        string? section = null;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                section = line[1..^1];
                continue;
            }

            foreach (var item in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = item.IndexOf('=');
                var word = equals < 0 ? item : item[..equals];
                if (section is null || word.Length == 0 || !seen.Add((section, word)))
                {
                    throw new InvalidDataException($"{name}:{number}: '{item}' stands before any [section], is empty, or stands twice in [{section}]");
                }

                entries.Add(new Entry(section, word, equals < 0 ? null : item[(equals + 1)..]));
            }
        }

        return entries;
    }
}
