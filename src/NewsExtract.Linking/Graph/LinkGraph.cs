using System.Collections.Immutable;

namespace NewsExtract.Linking.Graph;

/// <summary>A reason to take two nodes for one.</summary>
internal readonly record struct Evidence(int One, int Other, string Reason, double Confidence);

/// <summary>
/// Takes evidence, the surest first, and joins what it speaks for unless a decision, or what is known of the two, is
/// against it. The outcome depends on the evidence alone, not on the order in which it was given.
/// </summary>
internal sealed class LinkGraph
{
    // Sets hold what people joined from the beginning, so that nothing is joined to one half that may not meet the other; the trees grow by
    // evidence, which gives the reasons, and what they don't reach is linked by hand.
    private readonly DisjointSets _sets;
    private readonly DisjointSets _trees;
    private readonly Constraints _constraints;
    private readonly Func<int, int, double, bool>? _mayJoin;
    private readonly Action<int, int>? _joined;
    private readonly Dictionary<int, ImmutableSortedDictionary<long, bool>> _sides = [];
    private readonly List<Evidence> _pending = [];
    private readonly List<Evidence> _accepted = [];

    public LinkGraph(int count, Constraints constraints, Func<int, int, double, bool>? mayJoin = null, Action<int, int>? joined = null)
    {
        _sets = new DisjointSets(count);
        _trees = new DisjointSets(count);
        (_constraints, _mayJoin, _joined) = (constraints, mayJoin, joined);
        foreach (var (one, other) in constraints.Links)
        {
            Join(_sets.Find(one), _sets.Find(other));
        }
    }

    /// <summary>Of those that hold, one less than there are nodes in a set: each set's links form a tree.</summary>
    public IReadOnlyList<Evidence> Accepted => _accepted;

    /// <summary>The least node of its set.</summary>
    public int Find(int node) => _sets.Find(node);

    public void Add(int one, int other, string reason, double confidence) =>
        _pending.Add(one < other ? new Evidence(one, other, reason, confidence) : new Evidence(other, one, reason, confidence));

    /// <summary>Makes two one without a reason that is told.</summary>
    public void JoinSettled(int one, int other) => Join(_sets.Find(one), _sets.Find(other));

    /// <summary>Nodes that share something, each linked to the first; where people parted some of them, to the first of each part.</summary>
    /// <param name="nodes">Ascending, each once.</param>
    public void AddGroup(IReadOnlyList<int> nodes, Func<int, int, (string Reason, double Confidence)> judge)
    {
        var heads = new List<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var head in heads)
            {
                var (reason, confidence) = judge(head, node);
                Add(head, node, reason, confidence);
            }

            var sides = _constraints.SidesOf(node);
            if (heads.Count == 0 || (!sides.IsEmpty && seen.Add(string.Join(' ', sides))))
            {
                heads.Add(node);
            }
        }
    }

    /// <summary>Judges what was added since the last time.</summary>
    public void Settle()
    {
        _pending.Sort(static (one, other) =>
            other.Confidence.CompareTo(one.Confidence) is not 0 and var byConfidence ? byConfidence
            : one.One.CompareTo(other.One) is not 0 and var byOne ? byOne
            : one.Other.CompareTo(other.Other) is not 0 and var byOther ? byOther
            : string.CompareOrdinal(one.Reason, other.Reason));
        foreach (var evidence in _pending)
        {
            Judge(evidence);
        }

        _pending.Clear();
    }

    /// <summary>Links what people joined and evidence did not.</summary>
    public void SettleDecisions()
    {
        foreach (var (one, other) in _constraints.Links.Select(static link => (Math.Min(link.One, link.Other), Math.Max(link.One, link.Other))).Order())
        {
            Link(new Evidence(one, other, LinkReasons.ByHand, 1));
        }
    }

    private void Judge(Evidence evidence)
    {
        var (one, other) = (_sets.Find(evidence.One), _sets.Find(evidence.Other));
        if (one != other)
        {
            if (!Constraints.MayMeet(SidesOf(one), SidesOf(other)) || _mayJoin?.Invoke(one, other, evidence.Confidence) == false)
            {
                return;
            }

            Join(one, other);
        }

        Link(evidence);
    }

    private void Link(Evidence evidence)
    {
        if (_trees.Union(evidence.One, evidence.Other))
        {
            _accepted.Add(evidence);
        }
    }

    private void Join(int one, int other)
    {
        if (one == other)
        {
            return;
        }

        var sides = SidesOf(one).SetItems(SidesOf(other));
        _sets.Union(one, other);
        if (!sides.IsEmpty)
        {
            _sides[_sets.Find(one)] = sides;
        }

        _joined?.Invoke(Math.Min(one, other), Math.Max(one, other));
    }

    /// <param name="root">The least node of a set.</param>
    private ImmutableSortedDictionary<long, bool> SidesOf(int root) => _sides.GetValueOrDefault(root) ?? _constraints.SidesOf(root);
}
