using NewsExtract.Chinese.Lexicons;
using NewsExtract.Chinese.Values;

namespace NewsExtract.Extraction.Discourse;

/// <summary>What a word does beside a number; a word may do several things.</summary>
[Flags]
internal enum NumberWord
{
    None = 0,

    /// <summary>Stands before what is counted and is no part of it: 其中, 已, 累计.</summary>
    Lead = 1,

    /// <summary>Begins like a lead or light word and is a word of its own: 有效, 能耗.</summary>
    Keep = 2,

    /// <summary>A verb that brings in what is counted: 完成, 拥有.</summary>
    Light = 4,

    /// <summary>Stands between what is counted and the number: 达, 为.</summary>
    Link = 8,

    /// <summary>The number is a rise: 增长.</summary>
    Up = 16,

    /// <summary>The number is a fall: 下降.</summary>
    Down = 32,

    /// <summary>The number is where a rise or fall arrives: 增至.</summary>
    To = 64,

    /// <summary>Measured against what follows: 高于, 比.</summary>
    Compare = 128,

    /// <summary>Holds a compare word and is no comparison: 占比.</summary>
    CompareKeep = 256,

    /// <summary>Ends a comparison: 比…高.</summary>
    Excess = 512,

    /// <summary>A unit that counts what is named after it: 条.</summary>
    Classifier = 2048,

    /// <summary>Counts nothing by itself: 来自.</summary>
    NoIndicator = 4096,

    /// <summary>Stands between a number and what it counts: 被评为.</summary>
    PhraseLead = 8192,

    /// <summary>Makes the number a description: 500米长.</summary>
    Dimension = 16384,

    /// <summary>A one that counts nothing: 一名.</summary>
    One = 32768,

    /// <summary>A unit that sums up the names before: 两市.</summary>
    Appositive = 65536,

    /// <summary>After a length of time that only frames another number: 两年平均.</summary>
    SpanTail = 131072,

    /// <summary>A unit of time, of distance or of times that something is done: 天, 趟.</summary>
    Lasting = 262144,

    /// <summary>A plain verb of daily life that a number completes: 住了十一个月, 挣了四千元.</summary>
    Plain = 524288,

    /// <summary>Points at things named before, or makes the number a place in a row: 这三家, 前两位.</summary>
    Pointing = 1048576,

    /// <summary>Stands after a noun and is no part of it: 10户农民|现场.</summary>
    Aside = 2097152,

    /// <summary>Names whose number it is in a general way: 全区, 公司.</summary>
    Scope = 1024,
}

/// <summary>The words of <c>numbers.lex.txt</c> and the verbs of change that the values know, matched forwards at a position or backwards from one.</summary>
internal sealed class NumberWords
{
    private const int LongestWord = 10;

    private static readonly Lazy<NumberWords> s_instance = new(() => new NumberWords());

    private readonly WordTrie _words;

    private NumberWords()
    {
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in LexiconFile.Read(typeof(NumberWords).Assembly, "Discourse/numbers.lex.txt"))
        {
            classes[entry.Word] = classes.GetValueOrDefault(entry.Word) | (int)Section(entry.Section);
        }

        // 增长, 增长了, 增至: the verbs that the values share.
        foreach (var (verbs, change) in ((IReadOnlyList<string>, NumberWord)[])[(ChangeWords.Default.Rises, NumberWord.Up), (ChangeWords.Default.Falls, NumberWord.Down)])
        {
            foreach (var verb in verbs)
            {
                Add(verb, change);
                Add(verb + "了", change);
                Add(verb + "到", NumberWord.To);
                Add(verb + "至", NumberWord.To);
            }
        }

        _words = new WordTrie(classes);

        void Add(string word, NumberWord kind) => classes[word] = classes.GetValueOrDefault(word) | (int)kind;
    }

    public static NumberWords Instance => s_instance.Value;

    /// <summary>Length of the longest word of one of <paramref name="classes"/> at <paramref name="start"/> that ends by <paramref name="end"/>; 0 when there is none.</summary>
    public int At(string text, int start, int end, NumberWord classes, out NumberWord found)
    {
        found = NumberWord.None;
        for (var length = Math.Min(LongestWord, end - start); length > 0; length--)
        {
            if (_words.TryGet(text.AsSpan(start, length), out var value) && ((NumberWord)value & classes) != 0)
            {
                found = (NumberWord)value;
                return length;
            }
        }

        return 0;
    }

    /// <summary>Length of the longest word of one of <paramref name="classes"/> that ends at <paramref name="end"/> and starts at or after <paramref name="start"/>.</summary>
    public int Before(string text, int start, int end, NumberWord classes, out NumberWord found)
    {
        found = NumberWord.None;
        for (var length = Math.Min(LongestWord, end - start); length > 0; length--)
        {
            if (_words.TryGet(text.AsSpan(end - length, length), out var value) && ((NumberWord)value & classes) != 0)
            {
                found = (NumberWord)value;
                return length;
            }
        }

        return 0;
    }

    private static NumberWord Section(string section) => section switch
    {
        "lead" => NumberWord.Lead,
        "keep" => NumberWord.Keep,
        "light" => NumberWord.Light,
        "link" => NumberWord.Link,
        "up" => NumberWord.Up,
        "down" => NumberWord.Down,
        "to" => NumberWord.To,
        "compare" => NumberWord.Compare,
        "compare-keep" => NumberWord.CompareKeep,
        "excess" => NumberWord.Excess,
        "scope" => NumberWord.Scope,
        "classifier" => NumberWord.Classifier,
        "no-indicator" => NumberWord.NoIndicator,
        "phrase-lead" => NumberWord.PhraseLead,
        "dimension" => NumberWord.Dimension,
        "one" => NumberWord.One,
        "appositive" => NumberWord.Appositive,
        "span-tail" => NumberWord.SpanTail,
        "lasting" => NumberWord.Lasting,
        "plain" => NumberWord.Plain,
        "pointing" => NumberWord.Pointing,
        "aside" => NumberWord.Aside,
        _ => throw new InvalidDataException($"numbers.lex.txt: unknown section [{section}]"),
    };
}
