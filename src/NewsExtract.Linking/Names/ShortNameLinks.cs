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
        foreach (var node in corpus.Nodes.Where(static node => node is { Name: { Type: EntityType.Organization, Settled: null }, Reading.Key: not null }))
        {
            foreach (var alias in node.Name.Aliases)
            {
                if (KeyOf(alias, corpus.Articles[node.Article].Home) is { } key && key != node.Reading.Key && !IsWholeOf(key, node.Reading.Key!))
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

    /// <summary>The key by which a body's other name is known elsewhere; <c>null</c> for one that says nothing without its article.</summary>
    public static string? KeyOf(string alias, ArticleHome home) => OrganizationReader.Read(alias, home) is { Kind: NameKind.Own or NameKind.Full, Key: { } key } ? key : null;

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
            else if (!declared.Contains(key) && name.MayBeShort)
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
}
