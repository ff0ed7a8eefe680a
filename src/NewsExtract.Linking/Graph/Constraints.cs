using System.Collections.Immutable;

namespace NewsExtract.Linking.Graph;

/// <summary>
/// What people decided, as nodes that must be one and sides that must not meet. Later decisions go first: what contradicts them in an
/// earlier one is left out.
/// </summary>
internal sealed class Constraints
{
    private static readonly ImmutableSortedDictionary<long, bool> s_none = ImmutableSortedDictionary<long, bool>.Empty;

    private readonly DisjointSets _together;

    // Of each set, by its least node: on which side of which split it stands.
    private readonly Dictionary<int, ImmutableSortedDictionary<long, bool>> _sides = [];
    private readonly List<(int One, int Other)> _links = [];

    /// <param name="find">The node of an anchor; <c>null</c> when the article or the name is gone.</param>
    public Constraints(int count, IEnumerable<LinkDecision> decisions, Func<EntityAnchor, int?> find)
    {
        _together = new DisjointSets(count);
        foreach (var decision in decisions.OrderByDescending(static decision => decision.Id))
        {
            var first = Nodes(decision.First, find);
            var second = Nodes(decision.Second, find);
            if (decision.Kind == LinkDecisionKind.Merge)
            {
                Unite([.. first, .. second]);
            }
            else
            {
                Part(decision.Id, first, second);
            }
        }
    }

    /// <summary>Nodes that a person joined, in no order that matters.</summary>
    public IReadOnlyList<(int One, int Other)> Links => _links;

    /// <summary>On which sides a node stands; empty for most.</summary>
    public ImmutableSortedDictionary<long, bool> SidesOf(int node) => _sides.GetValueOrDefault(_together.Find(node), s_none);

    public static bool MayMeet(ImmutableSortedDictionary<long, bool> one, ImmutableSortedDictionary<long, bool> other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return true;
        }

        foreach (var (split, side) in one)
        {
            if (other.TryGetValue(split, out var otherSide) && side != otherSide)
            {
                return false;
            }
        }

        return true;
    }

    private static List<int> Nodes(ImmutableArray<EntityAnchor> anchors, Func<EntityAnchor, int?> find) =>
        [.. anchors.Select(find).OfType<int>().Distinct().Order()];

    // Nodes that a later decision keeps from the first may still be one with each other.
    private void Unite(List<int> nodes)
    {
        var heads = new List<int>();
        foreach (var node in nodes)
        {
            var head = heads.FindIndex(head => MayMeet(SidesOf(head), SidesOf(node)));
            if (head < 0)
            {
                heads.Add(node);
                continue;
            }

            Unite(heads[head], node);
        }
    }

    private void Unite(int one, int other)
    {
        var sides = SidesOf(one).SetItems(SidesOf(other));
        _sides.Remove(_together.Find(one));
        _sides.Remove(_together.Find(other));
        _together.Union(one, other);
        if (!sides.IsEmpty)
        {
            _sides[_together.Find(one)] = sides;
        }

        _links.Add((one, other));
    }

    // What a person takes out together stays together.
    private void Part(long split, List<int> first, List<int> second)
    {
        var kept = second.Select(_together.Find).ToHashSet();
        first.RemoveAll(node => kept.Contains(_together.Find(node)));
        if (first.Count == 0)
        {
            return;
        }

        Unite(first);
        foreach (var (nodes, side) in ((List<int>, bool)[])[(first, true), (second, false)])
        {
            foreach (var node in nodes)
            {
                _sides[_together.Find(node)] = SidesOf(node).SetItem(split, side);
            }
        }
    }
}
