using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NewsExtract.Chinese.Lexicons;

/// <summary>
/// Which division of China lies in which, and the full name of a short one: 太原 is 太原市, and lies in 山西省. Loaded once, on first use;
/// safe for concurrent use.
/// </summary>
internal sealed class DivisionTree
{
    private static readonly Lazy<DivisionTree> s_shared = new(static () => new DivisionTree());

    private readonly FrozenDictionary<string, ImmutableArray<string>> _wholes;
    private readonly FrozenDictionary<string, string?> _fullNames;

    private DivisionTree()
    {
        var wholes = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var entry in LexiconFile.Read(typeof(DivisionTree).Assembly, "Lexicons/DivisionTree.lex.txt"))
        {
            names.Add(entry.Section);
            names.Add(entry.Word);
            if (!wholes.TryGetValue(entry.Word, out var above))
            {
                wholes.Add(entry.Word, above = []);
            }

            above.Add(entry.Section);
        }

        _wholes = wholes.ToFrozenDictionary(static item => item.Key, static item => item.Value.ToImmutableArray(), StringComparer.Ordinal);
        _fullNames = FullNames(names.Distinct(StringComparer.Ordinal)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static DivisionTree Shared => s_shared.Value;

    /// <summary>太原市 for 太原 and 太原市, 山西省 for 山西.</summary>
    /// <returns><c>null</c> for what is no division of China, and for a short name that several have.</returns>
    public string? FullName(string name) => _fullNames.GetValueOrDefault(name);

    /// <summary>The divisions that have one of that full name in them; several for names such as 鼓楼区, none for provinces.</summary>
    public ImmutableArray<string> WholesOf(string fullName) => _wholes.GetValueOrDefault(fullName, []);

    public bool IsProvince(string fullName) => _fullNames.ContainsKey(fullName) && !_wholes.ContainsKey(fullName);

    // A short name is the longest opening of the full one that the gazetteer knows as one (恩施 of 恩施土家族苗族自治州); a province's goes before
    // that of a city of the same name (吉林), a city's before a county's.
    private Dictionary<string, string?> FullNames(IEnumerable<string> names)
    {
        var all = names.OrderBy(Depth).ThenBy(static name => name, StringComparer.Ordinal).ToList();
        var found = all.ToDictionary(static name => name, static name => (string?)name, StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in all)
        {
            for (var length = name.Length - 1; length > 1; length--)
            {
                var shortName = name[..length];
                if (!Gazetteer.Shared.TryGet(shortName, out var match) || !match.IsShort)
                {
                    continue;
                }

                if (found.TryAdd(shortName, name))
                {
                    depths.Add(shortName, Depth(name));
                }
                else if (depths.TryGetValue(shortName, out var depth) && depth == Depth(name))
                {
                    found[shortName] = null;
                }

                break;
            }
        }

        return found;
    }

    private int Depth(string name) => _wholes.TryGetValue(name, out var above) ? 1 + above.Min(Depth) : 0;
}
