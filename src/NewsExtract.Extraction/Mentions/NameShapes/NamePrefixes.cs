using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>Words around places within names of bodies, from <c>name-prefixes.lex.txt</c>.</summary>
internal static class NamePrefixes
{
    private static readonly WordTrie s_words = Load();

    public static bool IsPrefix(ReadOnlySpan<char> word) => s_words.TryGet(word, out var value) && value == 0;

    /// <summary>Whether <paramref name="word"/> is a word that ends the name of a body, with nothing before it.</summary>
    public static bool IsBody(ReadOnlySpan<char> word) => s_words.TryGet(word, out var value) && value == 1;

    /// <summary>Whether <paramref name="word"/> is or ends with a word that ends the name of a body.</summary>
    public static bool IsBodySuffix(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (s_words.TryGet(word[i..], out var value) && value == 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word that may follow 和 within a name starts at <paramref name="position"/>, whatever the tokenizer made of it.</summary>
    public static bool StartsJoined(ReadOnlySpan<char> text, int position)
    {
        for (var length = Math.Min(6, text.Length - position); length >= 2; length--)
        {
            if ((NameWordLexicon.Traits(text.Slice(position, length), "n") & WordTraits.Joined) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static WordTrie Load() => new(
        LexiconFile.Read(typeof(NamePrefixes).Assembly, "Mentions/NameShapes/name-prefixes.lex.txt")
            .Select(entry => KeyValuePair.Create(entry.Word, entry.Section == "prefix" ? 0 : 1)));
}
