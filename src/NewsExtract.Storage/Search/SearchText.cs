using System.Text;

namespace NewsExtract.Storage.Search;

/// <summary>
/// Text as it is searched: pairs of neighbouring characters, since neither words nor triples find a name of two characters.
/// 太原市 gives 太原, 原市 and 市; a search for 太原市 asks for 太原 and 原市 side by side.
/// </summary>
internal static class SearchText
{
    /// <summary>Stands between lines: no word runs over the end of one.</summary>
    private const string Break = "¶¶";

    /// <summary>The tokens of a folded text, in order: every character with the one behind it, the last of a line alone.</summary>
    public static IEnumerable<string> Pairs(string folded)
    {
        foreach (var line in folded.Split('\n'))
        {
            var characters = Characters(line);
            for (var i = 0; i < characters.Count; i++)
            {
                yield return i + 1 < characters.Count ? characters[i] + characters[i + 1] : characters[i];
            }

            yield return Break;
        }
    }

    /// <summary>The tokens that stand side by side where <paramref name="folded"/> does; of one character its own, a prefix of those wanted.</summary>
    public static IReadOnlyList<string> Phrase(string folded)
    {
        var characters = Characters(folded);
        return characters.Count < 2 ? characters : [.. characters.Zip(characters.Skip(1), string.Concat)];
    }

    /// <summary>The text whose literal occurrences the pairs stand for.</summary>
    public static string WithoutBlanks(string folded) => string.Join('\n', folded.Split('\n').Select(static line => string.Concat(Characters(line))));

    // A blank is no character of a word; ASCII signs would end a token of SQLite's, so they are written wide.
    private static List<string> Characters(string line)
    {
        var characters = new List<string>(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                characters.Add(rune is { IsAscii: true } && !Rune.IsLetterOrDigit(rune) ? new Rune(rune.Value + 0xFEE0).ToString() : rune.ToString());
            }
        }

        return characters;
    }
}
