using System.Reflection;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Chinese.Values;

/// <summary>
/// Names of places that open with a Chinese numeral and a unit: 五台山, 七里河区, 万年县. They are known divisions, or tell
/// themselves by what stands behind the unit. Immutable; safe for concurrent use.
/// </summary>
internal sealed class PlaceNames
{
    private const string Resource = "Values/places.lex.txt";

    private static readonly Lazy<PlaceNames> s_default = new(() => new PlaceNames(LexiconFile.Read(Assembly.GetExecutingAssembly(), Resource)));

    private readonly Dictionary<string, HashSet<char>> _sets = [];
    private readonly WordTrie _notNames;

    private PlaceNames(IReadOnlyList<LexiconFile.Entry> entries)
    {
        var notNames = new Dictionary<string, int>();
        foreach (var entry in entries)
        {
            if (entry.Section == "not.name")
            {
                notNames.Add(entry.Word, 0);
            }
            else if (entry is { Section: "suffix.nature" or "suffix.settlement" or "suffix.station" or "unit" or "unit.land" or "unit.landscape", Word.Length: 1 })
            {
                (_sets.TryGetValue(entry.Section, out var set) ? set : _sets[entry.Section] = []).Add(entry.Word[0]);
            }
            else
            {
                throw new InvalidDataException($"{Resource}: {entry.Word} in [{entry.Section}]: no such section, or not one character");
            }
        }

        _notNames = new WordTrie(notNames);
    }

    public static PlaceNames Default => s_default.Value;

    /// <summary>Whether the amount is the beginning of such a name and no amount.</summary>
    public bool IsOpenedBy(string text, in Amount amount)
    {
        if (amount.UnitSpan is not { Length: 1 } unit || amount.Span.End != unit.End || amount.Span.Start != amount.Number.Start || unit.End >= text.Length
            || amount.Number is { IsArabic: true } or { IsRange: true } or { Approximation: not Approximation.Exact } || amount.UpperNumber is not null || amount.Number.Length > 3 || text[amount.Span.Start] == '两')
        {
            return false;
        }

        // 六枝特区, 五家渠市, 万年县
        var division = Gazetteer.Shared.Longest(text, amount.Span.Start);
        return (division.Length > amount.Span.Length && !division.NeedsCompany) || (amount.Kind != AmountKind.Duration && HasSuffix(text, text[unit.Start], unit.End));
    }

    private bool HasSuffix(string text, char unit, int position)
    {
        var suffix = text[position];
        var isLand = Has("unit.land", unit);
        if (Has("unit.landscape", unit) || _notNames.Longest(text, position, out _) > 0
            || !(Has("suffix.nature", suffix) || Has("suffix.settlement", suffix) || (isLand && Has("suffix.station", suffix))))
        {
            return false;
        }

        // 七里河|区新增, 九里山|下, 五台山|景区; the other units only where the name ends: 八口桥|，
        return isLand || Has("unit", unit) || position + 1 >= text.Length || !char.IsLetter(text[position + 1]) || text[position + 1] == '的' || Has("suffix.settlement", text[position + 1]);
    }

    private bool Has(string section, char character) => _sets.TryGetValue(section, out var set) && set.Contains(character);
}
