using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsExtract.Linking.Graph;
using NewsExtract.Linking.Names;
using NewsExtract.Linking.Persons;

namespace NewsExtract.Linking;

/// <summary>
/// Finds what the articles of many issues name alike: first bodies, places and other things by what their names stand for, then persons by
/// what they share. The outcome depends on the articles and decisions alone, not on their order. Safe for concurrent use.
/// </summary>
public static class EntityLinker
{
    /// <summary>Other rules have another version: what was linked with an earlier one is linked again.</summary>
    public const string Version = "2";

    /// <summary>Whether a body with so many members says who is named beside it.</summary>
    public static bool IsRare(long bodies) => bodies <= Companions.OftenNamed;

    /// <summary>Says where articles are at home.</summary>
    /// <param name="articles">All of each issue that is among them.</param>
    public static ImmutableArray<LinkArticle> FindHomes(IReadOnlyCollection<LinkArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var homes = new HomeFinder(articles);
        return
        [
            .. articles.Select(article =>
            {
                var home = homes.Find(article);
                return article with { Home = new LinkHome(home.Province, home.City, home.County, home.Confidence, homes.PaperOf(article)) };
            }),
        ];
    }

    /// <returns>Every name of every article that is not settled stands in one of them; by type, then the earliest member.</returns>
    public static ImmutableArray<LinkedEntity> Link(IEnumerable<LinkArticle> articles, IReadOnlyCollection<LinkDecision> decisions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(decisions);
        var corpus = new LinkCorpus(articles);
        cancellation.ThrowIfCancellationRequested();
        var persons = new PersonLinks(corpus);
        var graph = new LinkGraph(corpus.Nodes.Length, new Constraints(corpus.Nodes.Length, decisions, corpus.Finder(decisions)), persons.MayJoin, persons.Joined);
        JoinSettled(corpus, graph);
        NameLinks.Add(corpus, graph);
        cancellation.ThrowIfCancellationRequested();
        persons.Add(graph);
        graph.SettleDecisions();
        cancellation.ThrowIfCancellationRequested();
        return Build(corpus, graph);
    }

    private static void JoinSettled(LinkCorpus corpus, LinkGraph graph)
    {
        var firsts = new Dictionary<long, int>();
        for (var node = 0; node < corpus.Nodes.Length; node++)
        {
            if (corpus.Nodes[node].Name.Settled is { } settled && !firsts.TryAdd(settled.Id, node))
            {
                graph.JoinSettled(firsts[settled.Id], node);
            }
        }
    }

    private static ImmutableArray<LinkedEntity> Build(LinkCorpus corpus, LinkGraph graph)
    {
        var neighbours = graph.Accepted
            .SelectMany(static link => ((int, Evidence)[])[(link.One, link), (link.Other, link)])
            .ToLookup(static pair => pair.Item1, static pair => pair.Item2);
        var sets = new List<int>[corpus.Nodes.Length];
        for (var node = 0; node < corpus.Nodes.Length; node++)
        {
            (sets[graph.Find(node)] ??= []).Add(node);
        }

        return
        [
            .. sets.Where(set => set is not null && corpus.Nodes[set[0]].Name.Settled is null)
                .OrderBy(set => corpus.Nodes[set[0]].Name.Type)
                .ThenBy(static set => set[0])
                .Select(set => Build(corpus, set, neighbours)),
        ];
    }

    private static LinkedEntity Build(LinkCorpus corpus, List<int> set, ILookup<int, Evidence> neighbours)
    {
        // From the first member outwards: each is linked to the one through which it came.
        var links = new Dictionary<int, (int Partner, Evidence Evidence)>();
        var queue = new Queue<int>([set[0]]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var evidence in neighbours[node])
            {
                var other = evidence.One == node ? evidence.Other : evidence.One;
                if (other != set[0] && links.TryAdd(other, (node, evidence)))
                {
                    queue.Enqueue(other);
                }
            }
        }

        var first = corpus.Nodes[set[0]];
        return new LinkedEntity(
            IdOf(corpus.Articles[first.Article].Article.Id, first.Name),
            first.Name.Type,
            NameOf(corpus, set),
            [.. set.Select(node => Member(corpus, node, links.TryGetValue(node, out var link) ? link : null))])
        {
            Keys = EntityKey.Of(corpus, set.Select(node => corpus.Nodes[node])),
            Bodies = set.Count(node => Companions.IsBody(corpus.Nodes[node])),
        };
    }

    private static EntityMember Member(LinkCorpus corpus, int node, (int Partner, Evidence Evidence)? link)
    {
        var (article, name) = Place(node);
        if (link is not { } given)
        {
            return new EntityMember(article, name.Number, name.Name, null);
        }

        var (partnerArticle, partner) = Place(given.Partner);
        return new EntityMember(article, name.Number, name.Name, new EntityLink(given.Evidence.Reason, given.Evidence.Confidence, partnerArticle, partner.Number));

        (long Article, ArticleName Name) Place(int at) => (corpus.Articles[corpus.Nodes[at].Article].Article.Id, corpus.Nodes[at].Name);
    }

    /// <summary>The name that says most by itself, of these the longest, of these the most frequent.</summary>
    private static string NameOf(LinkCorpus corpus, List<int> set) => set.Count == 1
        ? corpus.Nodes[set[0]].Reading.FullName
        : set
            .Select(node => corpus.Nodes[node].Reading)
            .GroupBy(static reading => reading.FullName, StringComparer.Ordinal)
            .OrderBy(static names => names.Min(static reading => reading.Kind == NameKind.Placed ? NameKind.Full : reading.Kind))
            .ThenByDescending(static names => names.Key.Length)
            .ThenByDescending(static names => names.Count())
            .ThenBy(static names => names.Key, StringComparer.Ordinal)
            .First().Key;

    private static long IdOf(long article, ArticleName name)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{article}/{name.Type.Label()}/{name.Name}");
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(content))) & long.MaxValue;
    }
}
