using NewsExtract.Chinese.Lexicons;
using NewsExtract.Linking.Graph;

namespace NewsExtract.Linking.Names;

/// <summary>
/// Links short names of bodies to full ones of other articles: those that an article declares or uses for one full name only, then those
/// of firms whose full name opens with the same word. What fits two bodies is left alone.
/// </summary>
internal static class ShortNameLinks
{
    private const double Declared = 0.93;
    private const double Guessed = 0.8;
    private const int ShortestGuess = 3;
    private const int LongestGuess = 10;

    public static void Add(LinkCorpus corpus, LinkGraph graph, Dictionary<(EntityType Type, string Key), List<int>> groups)
    {
        var firsts = groups.Where(static group => group.Key.Type == EntityType.Organization).ToDictionary(static group => group.Key.Key, static group => group.Value[0], StringComparer.Ordinal);
        var declared = AddDeclared(corpus, graph, firsts);
        graph.Settle();
        AddGuessed(corpus, graph, firsts, declared);
        graph.Settle();
    }

    /// <returns>The short names that articles use for a full one.</returns>
    private static HashSet<string> AddDeclared(LinkCorpus corpus, LinkGraph graph, Dictionary<string, int> firsts)
    {
        var bodies = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (var node in corpus.Nodes.Where(static node => node.Name.Type == EntityType.Organization && node.Reading.Key is not null))
        {
            foreach (var alias in node.Name.Aliases)
            {
                var reading = OrganizationReader.Read(alias, corpus.Articles[node.Article].Home);
                if (reading is { Kind: NameKind.Own or NameKind.Full, Key: { } key } && key != node.Reading.Key && !IsWholeOf(key, node.Reading.Key!))
                {
                    Of(bodies, key).Add(graph.Find(firsts[node.Reading.Key!]));
                }
            }
        }

        foreach (var (alias, named) in bodies)
        {
            if (named.Count == 1 && firsts.TryGetValue(alias, out var first))
            {
                graph.Add(first, named.Min, LinkReasons.DeclaredAlias, Declared);
            }
        }

        return bodies.Keys.ToHashSet(StringComparer.Ordinal);
    }

    // 炼钢厂 is no short name of 炼钢厂转炉车间, though the article has it for one: it is what the shop is part of.
    private static bool IsWholeOf(string alias, string full) =>
        full.StartsWith(alias, StringComparison.Ordinal) && OrganizationReader.IsBody(alias) && !full.EndsWith("公司", StringComparison.Ordinal) && !full.EndsWith("集团", StringComparison.Ordinal);

    private static void AddGuessed(LinkCorpus corpus, LinkGraph graph, Dictionary<string, int> firsts, HashSet<string> declared)
    {
        var firms = new Dictionary<string, List<FirmName>>(StringComparer.Ordinal);
        var shorts = new List<FirmName>();
        foreach (var (key, first) in firsts)
        {
            if (corpus.Nodes[first].Reading.Kind is not (NameKind.Own or NameKind.Full) || FirmName.Read(key, first) is not { } name)
            {
                continue;
            }

            if (name.IsFull)
            {
                Of(firms, name.Brand).Add(name);
            }
            else if (!declared.Contains(key) && key.Length is >= ShortestGuess and <= LongestGuess)
            {
                shorts.Add(name);
            }
        }

        foreach (var name in shorts)
        {
            var fitting = firms.GetValueOrDefault(name.Brand, []).Where(name.IsShortFor).Select(firm => graph.Find(firm.Node)).Distinct().Take(2).ToList();
            if (fitting is [var only] && only != graph.Find(name.Node))
            {
                graph.Add(name.Node, only, LinkReasons.ShortName, Guessed);
            }
        }
    }

    private static TList Of<TList>(Dictionary<string, TList> lists, string key)
        where TList : new()
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = new TList());
        }

        return list;
    }

    /// <param name="Place">In full; <c>null</c> when the name opens with none.</param>
    /// <param name="Own">The name behind its place.</param>
    private sealed record FirmName(int Node, string? Place, string Own, bool IsFull)
    {
        /// <summary>What firms are called by: the two characters behind the place.</summary>
        public string Brand => Own[..2];

        public static FirmName? Read(string key, int node)
        {
            var place = PlaceName.Read(key);
            var own = key[place.Length..];
            if (own.Length < 2 || OrganizationSuffixes.Shared.Has("trade", own[..2]) || OrganizationSuffixes.Shared.Has("firm", own[..2]))
            {
                return null;
            }

            var isFull = own.Contains("有限", StringComparison.Ordinal) || own.EndsWith("股份公司", StringComparison.Ordinal) || own.EndsWith("集团公司", StringComparison.Ordinal);
            return new FirmName(node, place.Length > 0 ? place.FullName : null, own, isFull);
        }

        public bool IsShortFor(FirmName firm) =>
            (Place is null || Place == firm.Place) && firm.Own.StartsWith(Brand, StringComparison.Ordinal) && ShortForms.Abbreviates(Own, firm.Own);
    }
}
