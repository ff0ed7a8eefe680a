using System.Reflection;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Values;

/// <summary>Numerals in sayings and names that count nothing. Immutable; safe for concurrent use.</summary>
internal static class ValueLexicon
{
    private const int LongestLead = 3;

    private static readonly Lazy<WordTrie> s_idioms = new(() => new WordTrie(
        LexiconFile.Read(Assembly.GetExecutingAssembly(), "Mentions/Values/values.lex.txt").Select(entry => KeyValuePair.Create(entry.Word, 0))));

    /// <summary>The numeral at <paramref name="start"/> is part of a saying: 十年磨一剑, 四个自信, 五花八门.</summary>
    public static bool IsIdiom(ReadOnlySpan<char> text, int start)
    {
        var idioms = s_idioms.Value;
        for (var offset = 0; offset <= LongestLead && offset <= start; offset++)
        {
            if (idioms.Longest(text, start - offset, out _) > offset)
            {
                return true;
            }
        }

        return false;
    }
}
