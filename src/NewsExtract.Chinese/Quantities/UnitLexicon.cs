using System.Globalization;
using System.Reflection;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Chinese.Values;

namespace NewsExtract.Chinese.Quantities;

internal enum UnitKind
{
    None,
    Money,
    MoneyMinor,
    Percent,
    Measure,
    Duration,
    Count,

    /// <summary>Of a name or an ordinal as often as of a count: 期, 级, 大.</summary>
    WeakCount,
}

/// <summary>A unit word.</summary>
/// <param name="Word">As in the lexicon.</param>
/// <param name="Unit">What a record gives: 元 for 块钱; the word itself where the two agree.</param>
/// <param name="Currency">ISO 4217, for money only.</param>
/// <param name="Factor">To the base unit: 0.1 for 角 and ‰.</param>
/// <param name="Measure">For units of measurement.</param>
internal sealed record UnitWord(UnitKind Kind, string Word, string Unit, string? Currency, decimal Factor, UnitOfMeasure? Measure = null);

/// <summary>The unit words and approximation words of <c>units.lex.txt</c> and <c>quantities.lex.txt</c>. Immutable; safe for concurrent use.</summary>
internal sealed class UnitLexicon
{
    private const string Resource = "Quantities/quantities.lex.txt";
    private const string UnitResource = "Quantities/units.lex.txt";
    private const int LongestPrefix = 8;

    private static readonly Lazy<UnitLexicon> s_default = new(() => new UnitLexicon(
        LexiconFile.Read(Assembly.GetExecutingAssembly(), UnitResource), LexiconFile.Read(Assembly.GetExecutingAssembly(), Resource)));

    private readonly List<UnitWord> _units = [];
    private readonly WordTrie _unitTrie;
    private readonly WordTrie _after;
    private readonly WordTrie _before;
    private readonly List<UnitWord> _prefixes = [];
    private readonly WordTrie _prefixTrie;
    private readonly WordTrie _notUnits;

    private UnitLexicon(IReadOnlyList<LexiconFile.Entry> measures, IReadOnlyList<LexiconFile.Entry> entries)
    {
        var units = new Dictionary<string, int>();
        foreach (var entry in measures)
        {
            units.Add(entry.Word, _units.Count);
            _units.Add(ParseMeasure(entry));
        }

        var after = new Dictionary<string, int>();
        var before = new Dictionary<string, int>();
        var prefixes = new Dictionary<string, int>();
        var notUnits = new Dictionary<string, int>();
        foreach (var entry in entries)
        {
            switch (entry.Section)
            {
                case "approx.after":
                    after.Add(entry.Word, (int)ParseApproximation(entry));
                    break;
                case "approx.before":
                    before.Add(Reverse(entry.Word), (int)ParseApproximation(entry));
                    break;
                case "not.unit":
                    notUnits.Add(entry.Word, 0);
                    break;
                case "approx.none":
                    before.TryAdd(Reverse(entry.Word), (int)Approximation.Exact);
                    break;
                case "money.prefix":
                    prefixes.Add(Reverse(entry.Word), _prefixes.Count);
                    _prefixes.Add(ParseUnit(UnitKind.Money, entry));
                    break;
                default:
                    // A word of two sections, 分 of money and of time, keeps the later meaning; the reader asks for the former by context.
                    units[entry.Word] = _units.Count;
                    _units.Add(ParseUnit(ParseKind(entry), entry));
                    break;
            }
        }

        _unitTrie = new WordTrie(units);
        _after = new WordTrie(after);
        _before = new WordTrie(before);
        _prefixTrie = new WordTrie(prefixes);
        _notUnits = new WordTrie(notUnits);
    }

    public static UnitLexicon Default => s_default.Value;

    /// <summary>The longest unit word at <paramref name="start"/>; <c>null</c> when there is none, or when it opens a longer word (车道).</summary>
    public UnitWord? FindUnit(ReadOnlySpan<char> text, int start, out int length)
    {
        length = _unitTrie.Longest(text, start, out var value);
        return length == 0 || _notUnits.Longest(text, start, out _) > length ? null : _units[value];
    }

    /// <summary>以上, 左右 … at <paramref name="start"/>.</summary>
    public bool TryFindAfter(ReadOnlySpan<char> text, int start, out int length, out Approximation approximation)
    {
        length = _after.Longest(text, start, out var value);
        approximation = length == 0 ? Approximation.Exact : (Approximation)value;
        return length > 0;
    }

    /// <summary>约, 超过 … that ends at <paramref name="end"/> and starts at or after <paramref name="floor"/>.</summary>
    public bool TryFindBefore(ReadOnlySpan<char> text, int end, int floor, out int length, out Approximation approximation)
    {
        length = LongestBackwards(_before, text, end, floor, out var value);
        approximation = length == 0 ? Approximation.Exact : (Approximation)value;
        return length > 0 && approximation != Approximation.Exact;
    }

    /// <summary>人民币, ¥ … that ends at <paramref name="end"/> and starts at or after <paramref name="floor"/>.</summary>
    public UnitWord? FindCurrencyPrefix(ReadOnlySpan<char> text, int end, int floor, out int length)
    {
        length = LongestBackwards(_prefixTrie, text, end, floor, out var value);
        return length == 0 ? null : _prefixes[value];
    }

    private static int LongestBackwards(WordTrie reversed, ReadOnlySpan<char> text, int end, int floor, out int value)
    {
        Span<char> window = stackalloc char[LongestPrefix];
        var count = Math.Min(LongestPrefix, end - floor);
        for (var i = 0; i < count; i++)
        {
            window[i] = text[end - 1 - i];
        }

        return reversed.Longest(window[..Math.Max(count, 0)], 0, out value);
    }

    private static UnitKind ParseKind(LexiconFile.Entry entry) => entry.Section switch
    {
        "money" => UnitKind.Money,
        "money.minor" => UnitKind.MoneyMinor,
        "percent" => UnitKind.Percent,
        "measure" => UnitKind.Measure,
        "duration" => UnitKind.Duration,
        "count" => UnitKind.Count,
        "count.weak" => UnitKind.WeakCount,
        _ => throw new InvalidDataException($"{Resource}: unknown section [{entry.Section}]"),
    };

    private static UnitWord ParseUnit(UnitKind kind, LexiconFile.Entry entry)
    {
        switch (kind)
        {
            case UnitKind.Money:
                var parts = (entry.Attribute ?? throw new InvalidDataException($"{Resource}: {entry.Word} gives no currency")).Split('/');
                return new UnitWord(kind, entry.Word, parts.Length > 1 ? parts[1] : entry.Word, parts[0], parts.Length > 2 ? ParseFactor(parts[2]) : 1);
            case UnitKind.MoneyMinor or UnitKind.Percent:
                return new UnitWord(kind, entry.Word, entry.Word, null, ParseFactor(entry.Attribute ?? "1"));
            case UnitKind.Duration when entry.Attribute is { } seconds:
                return new UnitWord(kind, entry.Word, entry.Word, null, 1, new UnitOfMeasure("time", ParseFactor(seconds), "s"));
            default:
                return new UnitWord(kind, entry.Word, entry.Word, null, 1);
        }
    }

    // [data.rate bit/s]: what is measured and the SI unit; - where no factor does.
    private static UnitWord ParseMeasure(LexiconFile.Entry entry)
    {
        var section = entry.Section.Split(' ');
        if (section.Length != 2 || entry.Attribute is null)
        {
            throw new InvalidDataException($"{UnitResource}: {entry.Word} in [{entry.Section}]: a section names the dimension and the SI unit, a word gives its factor");
        }

        var factor = entry.Attribute == "-" ? (decimal?)null : ParseFactor(entry.Attribute);
        return new UnitWord(UnitKind.Measure, entry.Word, entry.Word, null, 1, new UnitOfMeasure(section[0].Replace('.', ' '), factor, section[1]));
    }

    // 0.5 ; 2000/3
    private static decimal ParseFactor(string factor)
    {
        var slash = factor.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? decimal.Parse(factor, CultureInfo.InvariantCulture)
            : decimal.Parse(factor.AsSpan(0, slash), CultureInfo.InvariantCulture) / decimal.Parse(factor.AsSpan(slash + 1), CultureInfo.InvariantCulture);
    }

    private static Approximation ParseApproximation(LexiconFile.Entry entry) => entry.Attribute switch
    {
        "about" => Approximation.About,
        "over" => Approximation.Over,
        "under" => Approximation.Under,
        _ => throw new InvalidDataException($"{Resource}: {entry.Word}={entry.Attribute} is neither about, over nor under"),
    };

    private static string Reverse(string word)
    {
        var characters = word.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
