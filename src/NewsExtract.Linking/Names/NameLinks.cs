using NewsExtract.Linking.Graph;

namespace NewsExtract.Linking.Names;

/// <summary>Links all but persons: names that read as one thing.</summary>
internal static class NameLinks
{
    public static void Add(LinkCorpus corpus, LinkGraph graph)
    {
        var groups = new Dictionary<(EntityType Type, string Key), List<int>>();
        for (var i = 0; i < corpus.Nodes.Length; i++)
        {
            var node = corpus.Nodes[i];
            if (node.Reading.Key is not { } key || node.Name.Settled is not null)
            {
                continue;
            }

            if (!groups.TryGetValue((node.Name.Type, key), out var group))
            {
                groups.Add((node.Name.Type, key), group = []);
            }

            group.Add(i);
        }

        foreach (var group in groups.Values.Where(static group => group.Count > 1))
        {
            graph.AddGroup(group, (one, other) => Judge(corpus.Nodes[one], corpus.Nodes[other]));
        }

        graph.Settle();
        ShortNameLinks.Add(corpus, graph, groups);
    }

    // What is less sure of the two decides: 省商务厅 in a paper of Shanxi and 山西省商务厅 are one as surely as the paper's place is known.
    private static (string Reason, double Confidence) Judge(LinkNode one, LinkNode other)
    {
        var lesser = one.Reading.Confidence < other.Reading.Confidence ? one.Reading : other.Reading;
        return lesser.Reason == LinkReasons.FullForm && one.Name.Name == other.Name.Name ? (LinkReasons.SameName, lesser.Confidence) : (lesser.Reason, lesser.Confidence);
    }
}
