using System.Reflection;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Chinese.Values;

/// <summary>What a word says of a change; a word may say several things.</summary>
[Flags]
internal enum ChangeWord
{
    None = 0,

    /// <summary>增长.</summary>
    Up = 1,

    /// <summary>下降.</summary>
    Down = 1 << 1,

    /// <summary>With <see cref="Up"/> or <see cref="Down"/>: the name of a rate, 增幅.</summary>
    Rate = 1 << 2,

    /// <summary>With <see cref="Up"/> or <see cref="Down"/>: of a number only where a time is compared with, 比上年高.</summary>
    Than = 1 << 3,

    /// <summary>Ends like a word of change and is none.</summary>
    Not = 1 << 4,

    /// <summary>Stands between verb and number: 达.</summary>
    Between = 1 << 5,

    /// <summary>Stands before a verb: 大幅.</summary>
    Adverb = 1 << 6,

    /// <summary>同比.</summary>
    YearOnYear = 1 << 7,

    /// <summary>环比.</summary>
    PreviousPeriod = 1 << 8,

    /// <summary>年均.</summary>
    YearlyAverage = 1 << 9,

    /// <summary>Opens a comparison: 比, 较.</summary>
    Comparison = 1 << 10,

    /// <summary>Time after a <see cref="Comparison"/>: 上年同期.</summary>
    LastYear = 1 << 11,

    /// <summary>Time after a <see cref="Comparison"/>: 上月.</summary>
    LastPeriod = 1 << 12,

    /// <summary>Time after a <see cref="Comparison"/>: 年初.</summary>
    YearStart = 1 << 13,

    /// <summary>A verb that takes counts of times and lengths of time, too: 缩短3天.</summary>
    AnyAmount = 1 << 14,

    /// <summary>A verb that takes no counted things: 提升30个小区.</summary>
    MeasureOnly = 1 << 15,
}

/// <summary>The words of <c>changes.lex.txt</c>. Immutable; safe for concurrent use.</summary>
internal sealed class ChangeWords
{
    private const string Resource = "Values/changes.lex.txt";
    private const int LongestWord = 7;

    private static readonly Lazy<ChangeWords> s_default = new(() => new ChangeWords(LexiconFile.Read(Assembly.GetExecutingAssembly(), Resource)));

    private readonly WordTrie _words;

    private ChangeWords(IReadOnlyList<LexiconFile.Entry> entries)
    {
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            classes[entry.Word] = classes.GetValueOrDefault(entry.Word) | (int)(Section(entry.Section) | Attribute(entry));
        }

        _words = new WordTrie(classes);
        Rises = [.. entries.Where(static entry => entry.Section == "up").Select(static entry => entry.Word)];
        Falls = [.. entries.Where(static entry => entry.Section == "down").Select(static entry => entry.Word)];
    }

    public static ChangeWords Default => s_default.Value;

    /// <summary>Verbs of a rise, in the order of the file: 增长.</summary>
    public IReadOnlyList<string> Rises { get; }

    /// <summary>Verbs of a fall: 下降.</summary>
    public IReadOnlyList<string> Falls { get; }

    /// <summary>The longest word of one of <paramref name="classes"/> that ends at <paramref name="end"/> and starts at or after <paramref name="floor"/>.</summary>
    /// <returns>Its length, 0 when there is none.</returns>
    public int Before(string text, int floor, int end, ChangeWord classes, out ChangeWord found)
    {
        for (var length = Math.Min(LongestWord, end - floor); length > 0; length--)
        {
            if (_words.TryGet(text.AsSpan(end - length, length), out var value) && ((ChangeWord)value & classes) != 0)
            {
                found = (ChangeWord)value;
                return length;
            }
        }

        found = ChangeWord.None;
        return 0;
    }

    /// <summary>The longest word of one of <paramref name="classes"/> at <paramref name="start"/> that ends by <paramref name="end"/>.</summary>
    /// <returns>Its length, 0 when there is none.</returns>
    public int At(string text, int start, int end, ChangeWord classes, out ChangeWord found)
    {
        for (var length = Math.Min(LongestWord, end - start); length > 0; length--)
        {
            if (_words.TryGet(text.AsSpan(start, length), out var value) && ((ChangeWord)value & classes) != 0)
            {
                found = (ChangeWord)value;
                return length;
            }
        }

        found = ChangeWord.None;
        return 0;
    }

    private static ChangeWord Section(string section) => section switch
    {
        "up" or "up.object" => ChangeWord.Up,
        "down" or "down.object" => ChangeWord.Down,
        "up.rate" => ChangeWord.Up | ChangeWord.Rate,
        "down.rate" => ChangeWord.Down | ChangeWord.Rate,
        "up.than" => ChangeWord.Up | ChangeWord.Than,
        "down.than" => ChangeWord.Down | ChangeWord.Than,
        "not.rate" or "not.verb" => ChangeWord.Not,
        "between" => ChangeWord.Between,
        "adverb" => ChangeWord.Adverb,
        "basis.yoy" => ChangeWord.YearOnYear,
        "basis.previous" => ChangeWord.PreviousPeriod,
        "basis.average" => ChangeWord.YearlyAverage,
        "than" => ChangeWord.Comparison,
        "than.yoy" => ChangeWord.LastYear,
        "than.previous" => ChangeWord.LastPeriod,
        "than.start" => ChangeWord.YearStart,
        _ => throw new InvalidDataException($"{Resource}: unknown section [{section}]"),
    };

    private static ChangeWord Attribute(LexiconFile.Entry entry) => entry.Attribute switch
    {
        null => ChangeWord.None,
        "any" => ChangeWord.AnyAmount,
        "measure" => ChangeWord.MeasureOnly,
        _ => throw new InvalidDataException($"{Resource}: {entry.Word}={entry.Attribute} is neither any nor measure"),
    };
}
