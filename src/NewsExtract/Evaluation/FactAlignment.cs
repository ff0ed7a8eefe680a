using System.Collections.Immutable;

namespace NewsExtract.Evaluation;

/// <summary>A gold fact and the found fact it is paired with.</summary>
/// <param name="SameKey">The key roles agree: the fact counts as found.</param>
internal readonly record struct FactPair(int Gold, int Found, bool SameKey, int SharedRoles);

/// <summary>Pairs gold facts of one type with found ones.</summary>
internal static class FactAlignment
{
    // The roles that say which fact it is; ~ marks one that needs to agree roughly only.
    private static readonly ImmutableArray<KeyValuePair<string, string[]>> s_keys =
    [
        new("project_count", ["stage", "count"]),
        new("statistic", ["value", "min", "max", "unit", "indicator~"]),
        new("position", ["person", "title"]),
        new("participation", ["person", "action", "event~"]),
        new("agreement", ["parties", "agreement~"]),
        new("investment", ["target~", "value", "min", "max"]),
        new("honor", ["recipient~", "honor~"]),
        new("appointment", ["person", "title", "action"]),
        new("establishment", ["organization~"]),
        new("target", ["value", "min", "max", "deadline~"]),
        new("statement", ["speaker", "content~"]),
        new("credit", ["person", "role"]),
    ];

    /// <summary>The fact types that are always scored, in the order of the guidelines.</summary>
    public static IEnumerable<string> Types => s_keys.Select(key => key.Key);

    /// <summary>The roles that say which fact of another type it is: those that each has.</summary>
    public static string[] KeyOf(FactDefinition definition) =>
        definition.Roles.Where(static role => role.Required).Select(static role => role.Name).ToArray() is { Length: > 0 } required
            ? required
            : [.. definition.Roles.Select(static role => role.Name)];

    /// <summary>One to one, greedily: pairs with the same key first, then those with most roles in common, then the nearest in order.</summary>
    /// <param name="key">The roles that say which fact it is; left out for one of <see cref="Types"/>.</param>
    public static List<FactPair> Align(IReadOnlyList<ScoredFact> gold, IReadOnlyList<ScoredFact> found, string[]? key = null)
    {
        var candidates = new List<FactPair>();
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < found.Count; j++)
            {
                var shared = gold[i].CountShared(found[j]);
                var sameKey = IsSame(gold[i], found[j], key);
                if (shared > 0 || sameKey)
                {
                    candidates.Add(new FactPair(i, j, sameKey, shared));
                }
            }
        }

        candidates.Sort(static (left, right) => Rank(right).CompareTo(Rank(left)));
        var pairs = new List<FactPair>();
        var takenGold = new bool[gold.Count];
        var takenFound = new bool[found.Count];
        foreach (var pair in candidates)
        {
            if (!takenGold[pair.Gold] && !takenFound[pair.Found])
            {
                takenGold[pair.Gold] = takenFound[pair.Found] = true;
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    private static (bool, int, int, int, int) Rank(FactPair pair) =>
        (pair.SameKey, pair.SharedRoles, -Math.Abs(pair.Gold - pair.Found), pair.Gold, pair.Found);

    private static bool IsSame(ScoredFact gold, ScoredFact found, string[]? key) =>
        (key ?? s_keys.FirstOrDefault(known => known.Key == gold.Type).Value) is { } roles
        && Array.TrueForAll(roles, role => role[^1] == '~'
            ? gold.Get(role[..^1]).IsCloseTo(found.Get(role[..^1]))
            : gold.Get(role).Norm == found.Get(role).Norm);
}
