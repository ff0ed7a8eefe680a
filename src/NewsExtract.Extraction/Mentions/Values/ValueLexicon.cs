using System.Reflection;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Values;

/// <summary>Numerals in sayings and names that count nothing. Immutable; safe for concurrent use.</summary>
internal static class ValueLexicon
{
    private const string MoneySection = "money.context";
    private const int LongestLead = 3;
    private const int MoneyContext = 24;

    private static readonly Lazy<WordTrie> s_idioms = new(() => new WordTrie(
        Read().Where(entry => entry.Section != MoneySection).Select(entry => KeyValuePair.Create(entry.Word, 0))));

    private static readonly Lazy<WordTrie> s_moneyWords = new(() => new WordTrie(
        Read().Where(entry => entry.Section == MoneySection).Select(entry => KeyValuePair.Create(entry.Word, 0))));

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

    /// <summary>The clause that leads to <paramref name="position"/> speaks of money.</summary>
    public static bool SpeaksOfMoney(ReadOnlySpan<char> text, int position)
    {
        for (var i = position - 1; i >= 0 && i >= position - MoneyContext && text[i] is not ('，' or '。' or '；' or '\n' or '、' or '！' or '？'); i--)
        {
            if (s_moneyWords.Value.Longest(text, i, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<LexiconFile.Entry> Read() => LexiconFile.Read(Assembly.GetExecutingAssembly(), "Mentions/Values/values.lex.txt");
}
