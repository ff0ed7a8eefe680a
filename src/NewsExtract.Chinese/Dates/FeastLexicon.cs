using System.Globalization;
using System.Reflection;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Chinese.Dates;

/// <summary>The feasts of <c>feasts.lex.txt</c>. Immutable; safe for concurrent use.</summary>
internal sealed class FeastLexicon
{
    private const string Resource = "Dates/feasts.lex.txt";

    private static readonly Lazy<FeastLexicon> s_default = new(() => new FeastLexicon(LexiconFile.Read(Assembly.GetExecutingAssembly(), Resource)));

    private readonly (int Month, int Day, int Weekday)[] _days;
    private readonly WordTrie _trie;

    private FeastLexicon(IReadOnlyList<LexiconFile.Entry> entries)
    {
        _days = [.. entries.Select(Parse)];
        _trie = new WordTrie(entries.Select((entry, index) => (entry.Word, index)).ToDictionary(static entry => entry.Word, static entry => entry.index));
    }

    public static FeastLexicon Default => s_default.Value;

    /// <param name="day">Day of the month, or where <paramref name="weekday"/> is not 0 which one of them: 4 and 4 for the fourth Thursday.</param>
    public bool TryFind(ReadOnlySpan<char> text, int start, out int length, out int month, out int day, out int weekday)
    {
        length = _trie.Longest(text, start, out var index);
        (month, day, weekday) = length == 0 ? default : _days[index];
        return length > 0;
    }

    // 02-14 ; 11:4-4
    private static (int Month, int Day, int Weekday) Parse(LexiconFile.Entry entry)
    {
        var numbers = entry.Attribute ?? throw new InvalidDataException($"{Resource}: {entry.Word} gives no day");
        var byWeekday = numbers[2] == ':';
        int Number(Range range) => int.Parse(numbers.AsSpan(range), CultureInfo.InvariantCulture);
        return byWeekday ? (Number(..2), Number(3..4), Number(5..)) : (Number(..2), Number(3..), 0);
    }
}
