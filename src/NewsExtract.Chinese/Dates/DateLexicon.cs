using System.Buffers;
using System.Globalization;
using System.Reflection;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Dates;

internal enum DateWordKind
{
    Year,
    YearSame,
    Month,
    Week,
    Weekday,
    Day,
    DaySame,
    Open,
    Time,
    Half,
    Edge,
    Season,
    SeasonOfYear,
    Feast,
    Span,
    Era,
    Dynasty,
    Century,
}

/// <summary>A word of the calendar with its two numbers; what they mean depends on the kind.</summary>
/// <param name="StandsAlone">It is a date without any company.</param>
internal sealed record DateWord(DateWordKind Kind, string Word, int First, int Second, bool IsLunar, bool StandsAlone);

/// <summary>The words of <c>dates.lex.txt</c>. Immutable; safe for concurrent use.</summary>
internal sealed class DateLexicon
{
    private const string Resource = "Dates/dates.lex.txt";
    private const int PairBits = 1 << 14;
    private const int LongestNumeral = 12;

    private static readonly SearchValues<char> s_followers = SearchValues.Create("年月日曰时季个天周星礼世多余来至到-–—－～~―─/.末期以初前后规");

    private static readonly Lazy<DateLexicon> s_default = new(() => new DateLexicon(LexiconFile.Read(Assembly.GetExecutingAssembly(), Resource)));

    private readonly List<DateWord> _words = [];
    private readonly List<DateWord> _tails = [];

    // One bit for each hash of a first and second character that can open a date.
    private readonly ulong[] _pairs = new ulong[PairBits / 64];
    private readonly WordTrie _trie;
    private readonly WordTrie _after;
    private readonly WordTrie _monthAfter;
    private readonly WordTrie _seasonAfter;
    private readonly WordTrie _feastAfter;
    private readonly WordTrie _notBefore;

    private DateLexicon(IReadOnlyList<LexiconFile.Entry> entries)
    {
        var words = new Dictionary<string, int>();
        var tails = new Dictionary<string, Dictionary<string, int>>();
        var openers = new HashSet<char>(NumeralCharacters.Openers) { '第', '“', '"', '「', '农', '阴', '正', '腊', '周', '昨', '今', '明', '前' };
        HashSet<string> Section(string name) => [.. entries.Where(entry => entry.Section == name).Select(entry => entry.Word)];
        var bound = Section("feast.bound");
        var alone = Section("time.alone");
        foreach (var entry in entries)
        {
            if (ParseKind(entry.Section) is { } kind)
            {
                words[entry.Word] = _words.Count;
                _words.Add(ParseWord(kind, entry, kind == DateWordKind.Time ? alone.Contains(entry.Word) : !bound.Contains(entry.Word)));
                AddOpener(openers, entry.Word);
            }
            else if (entry.Section is "after" or "month.after" or "season.after" or "feast.after" or "not.before")
            {
                if (!tails.TryGetValue(entry.Section, out var tail))
                {
                    tails.Add(entry.Section, tail = []);
                }

                tail[entry.Word] = _tails.Count;
                _tails.Add(ParseWord(DateWordKind.Season, entry, standsAlone: false));
            }
            else if (entry.Section is not ("feast.bound" or "time.alone"))
            {
                throw new InvalidDataException($"{Resource}: unknown section [{entry.Section}]");
            }
        }

        _trie = new WordTrie(words);
        _after = new WordTrie(tails["after"]);
        _monthAfter = new WordTrie(tails["month.after"]);
        _seasonAfter = new WordTrie(tails["season.after"]);
        _feastAfter = new WordTrie(tails["feast.after"]);
        _notBefore = new WordTrie(tails["not.before"]);
        OpenerSet = SearchValues.Create([.. openers]);
        AddPairs("第“\"「近前头首晚夜", NumeralCharacters.Openers);
        AddPairs("“「", string.Concat(words.Keys.Select(word => word[0])));
        AddPairs("昨今明前", "（(");
        AddPairs("昨", "在于举公宣召与，由起获向正下上");
        AddPairs("周", "一二三四五六日");
        AddPairs("首", "季");
        AddPairs("农阴", "历");
        AddPairs("正腊", "月");
    }

    public static DateLexicon Default => s_default.Value;

    /// <summary>Characters that can open a date, numerals included.</summary>
    public SearchValues<char> OpenerSet { get; }

    /// <summary>
    /// <c>false</c> when the opener at <paramref name="position"/> and what stands next to it open no date;
    /// the cheap question before <see cref="DateReader.TryRead"/>.
    /// </summary>
    public bool MayOpen(ReadOnlySpan<char> text, int position)
    {
        if (position + 1 >= text.Length)
        {
            return false;
        }

        var hash = PairHash(text[position], text[position + 1]);
        return (_pairs[hash >> 6] & (1UL << (hash & 63))) != 0 || (NumeralCharacters.OpenerSet.Contains(text[position]) && MayFollow(text, position + 1));
    }

    // A date goes on after its first numeral with one of a few characters: 年, 月, 日, 至 …
    private static bool MayFollow(ReadOnlySpan<char> text, int position)
    {
        var limit = Math.Min(text.Length, position + LongestNumeral);
        while (position < limit && NumeralCharacters.OpenerSet.Contains(text[position]))
        {
            position++;
        }

        return position < text.Length && (position == limit || s_followers.Contains(text[position]));
    }

    private static int PairHash(char first, char second) => (int)(((uint)(first << 16 | second) * 2654435769U) >> 18);

    private void AddOpener(HashSet<char> openers, string word)
    {
        // 晚, 夜 and 晨 follow other words only; 近 and 前 open a span before a numeral.
        if (word.Length > 1)
        {
            AddPairs(word[..1], word[1..2]);
            openers.Add(word[0]);
        }
        else if (word is "近" or "前" or "头" or "首" or "晚" or "夜")
        {
            openers.Add(word[0]);
        }
        else if (_words[^1].Kind is DateWordKind.Dynasty)
        {
            // 清光绪二十年: a reign title follows.
            openers.Add(word[0]);
            foreach (var era in _words)
            {
                AddPairs(word, era.Kind == DateWordKind.Era ? era.Word[..1] : "");
            }
        }
    }

    private void AddPairs(string firsts, string seconds)
    {
        foreach (var first in firsts)
        {
            foreach (var second in seconds)
            {
                var hash = PairHash(first, second);
                _pairs[hash >> 6] |= 1UL << (hash & 63);
            }
        }
    }

    public DateWord? Find(ReadOnlySpan<char> text, int start, out int length)
    {
        length = _trie.Longest(text, start, out var value);
        return length == 0 ? null : _words[value];
    }

    /// <summary>Length of 以来, 前, 期间 … at <paramref name="start"/>; 0 when there is none.</summary>
    public int FindAfter(ReadOnlySpan<char> text, int start) => _after.Longest(text, start, out _);

    public int FindMonthAfter(ReadOnlySpan<char> text, int start) => _monthAfter.Longest(text, start, out _);

    public int FindSeasonAfter(ReadOnlySpan<char> text, int start, out int season)
    {
        var length = _seasonAfter.Longest(text, start, out var value);
        season = length == 0 ? 0 : _tails[value].First;
        return length;
    }

    public int FindFeastAfter(ReadOnlySpan<char> text, int start) => _feastAfter.Longest(text, start, out _);

    public bool IsNotBefore(ReadOnlySpan<char> text, int start) => _notBefore.Longest(text, start, out _) > 0;

    private static DateWordKind? ParseKind(string section) => section switch
    {
        "year" => DateWordKind.Year,
        "year.same" => DateWordKind.YearSame,
        "month" => DateWordKind.Month,
        "week" => DateWordKind.Week,
        "weekday" => DateWordKind.Weekday,
        "day" => DateWordKind.Day,
        "day.same" => DateWordKind.DaySame,
        "open" => DateWordKind.Open,
        "time" => DateWordKind.Time,
        "half" => DateWordKind.Half,
        "edge" => DateWordKind.Edge,
        "season" => DateWordKind.Season,
        "season.year" => DateWordKind.SeasonOfYear,
        "feast" => DateWordKind.Feast,
        "span" => DateWordKind.Span,
        "era" => DateWordKind.Era,
        "century" => DateWordKind.Century,
        "era.dynasty" => DateWordKind.Dynasty,
        _ => null,
    };

    // 0 ; -1 ; 1-6 ; 21:0 ; 10-01 ; L08-15
    private static DateWord ParseWord(DateWordKind kind, LexiconFile.Entry entry, bool standsAlone)
    {
        var attribute = entry.Attribute ?? "0";
        var lunar = attribute[0] == 'L';
        var numbers = attribute.AsSpan(lunar ? 1 : 0);
        var cut = numbers[1..].IndexOfAny('-', ':') + 1;
        var first = int.Parse(cut > 0 ? numbers[..cut] : numbers, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var second = cut > 0 ? int.Parse(numbers[(cut + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        return new DateWord(kind, entry.Word, first, second, lunar, standsAlone);
    }
}
