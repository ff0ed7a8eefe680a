using NewsExtract.Chinese.Lexicons;
using NewsExtract.Linking.Graph;
using NewsExtract.Linking.Names;

namespace NewsExtract.Linking.Persons;

/// <summary>What an article names beside its persons: bodies but papers, towns, and of these what few articles name.</summary>
internal sealed class Companions
{
    /// <summary>A body that more articles name says little of who is named beside it.</summary>
    public const int OftenNamed = 20;

    private readonly LinkCorpus _corpus;
    private readonly LinkGraph _graph;
    private readonly Dictionary<int, long> _counts = [];

    public Companions(LinkCorpus corpus, LinkGraph graph)
    {
        (_corpus, _graph) = (corpus, graph);
        for (var node = 0; node < corpus.Nodes.Length; node++)
        {
            if (IsBody(corpus.Nodes[node]))
            {
                var root = graph.Find(node);
                _counts[root] = corpus.Nodes[node].Name.Settled is { } settled ? settled.Bodies : _counts.GetValueOrDefault(root) + 1;
            }
        }
    }

    public bool IsRare(int body) => EntityLinker.IsRare(_counts[body]);

    /// <summary>The least nodes of bodies that the article names so that they can be known again.</summary>
    public SortedSet<int> BodiesOf(int article) => [.. NodesOf(article).Where(node => IsBody(_corpus.Nodes[node])).Select(_graph.Find)];

    /// <summary>Cities and counties in full.</summary>
    public HashSet<string> PlacesOf(int article) =>
    [
        .. NodesOf(article)
            .Select(node => _corpus.Nodes[node])
            .Where(static node => node.Name.Type == EntityType.GeoPolitical && node.Reading.Key is not null && !DivisionTree.Shared.IsProvince(node.Reading.FullName))
            .Select(static node => node.Reading.FullName),
    ];

    public static bool IsBody(LinkNode node) =>
        node.Name.Type is EntityType.Organization or EntityType.Facility or EntityType.Project && node.Reading.Key is { } key && OrganizationSuffixes.Shared.LongestAtEnd("media", key) == 0;

    private IEnumerable<int> NodesOf(int article)
    {
        var ordered = _corpus.Articles[article];
        return Enumerable.Range(ordered.FirstNode, ordered.Article.Names.Length);
    }
}
