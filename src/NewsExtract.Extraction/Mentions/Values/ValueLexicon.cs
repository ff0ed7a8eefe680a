using System.Reflection;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Values;

/// <summary>Numerals in sayings and names that count nothing. Immutable; safe for concurrent use.</summary>
internal static class ValueLexicon
{
    private static readonly Lazy<WordTrie> s_idioms = new(() => new WordTrie(
        LexiconFile.Read(Assembly.GetExecutingAssembly(), "Mentions/Values/values.lex.txt").Select(entry => KeyValuePair.Create(entry.Word, 0))));

    /// <summary>A saying opens at <paramref name="start"/>: 十年磨一剑, 四个自信.</summary>
    public static bool IsIdiom(ReadOnlySpan<char> text, int start) => s_idioms.Value.Longest(text, start, out _) > 0;
}
