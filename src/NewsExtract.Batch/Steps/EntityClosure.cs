using System.Collections.Immutable;
using NewsExtract.Linking;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Batch.Steps;

/// <summary>The entities of the last linking that hang together with what has changed: by a key, by a name that may be short for another, or by a decision.</summary>
internal sealed class EntityClosure
{
    private readonly LinkReading _reading;
    private readonly Dictionary<long, FormerEntity> _entities = [];
    private readonly HashSet<EntityKey> _keys = [];
    private readonly HashSet<long> _newEntities = [];
    private readonly HashSet<EntityKey> _newKeys = [];

    // Of each decision that nothing has touched yet, the entities that it is about.
    private readonly Dictionary<LinkDecision, IReadOnlySet<long>> _decisions = [];
    private readonly HashSet<LinkDecision> _touchedDecisions = [];

    /// <param name="changed">The articles of new and changed documents.</param>
    public EntityClosure(LinkReading reading, IReadOnlyCollection<LinkArticle> changed)
    {
        _reading = reading;
        var all = reading.Decisions.Concat(reading.ChangedDecisions).DistinctBy(static decision => decision.Id).Select(LinkRecords.ToDecision).ToList();
        if (all.Count > 0)
        {
            AddDecisions(all, changed);
        }
    }

    public IReadOnlyCollection<FormerEntity> Entities => _entities.Values;

    /// <summary>The decisions that hold and are about these entities, or about what has changed.</summary>
    public ImmutableArray<LinkDecision> Decisions
    {
        get
        {
            var holding = _reading.Decisions.Select(static decision => decision.Id).ToHashSet();
            return [.. _touchedDecisions.Where(decision => holding.Contains(decision.Id))];
        }
    }

    /// <summary>Whether a decision makes a person and a body one, or parts them: then persons can't be linked after bodies.</summary>
    public bool IsMixed { get; private set; }

    public void Add(IEnumerable<long> entities) => _newEntities.UnionWith(entities);

    public void Add(IEnumerable<EntityKey> keys) => _newKeys.UnionWith(keys);

    /// <summary>Adds whatever hangs together with what was added.</summary>
    public void Close()
    {
        while (_newEntities.Count > 0 || _newKeys.Count > 0)
        {
            AddKeysOf(Take(_newEntities, _entities.ContainsKey));
            AddEntitiesOf(Take(_newKeys, _keys.Contains));
            AddDecided();
        }
    }

    private void AddKeysOf(long[] entities)
    {
        foreach (var entity in _reading.FindEntities(entities))
        {
            _entities.Add(entity.Id, entity);
        }

        _newKeys.UnionWith(_reading.FindKeys(entities).Select(static key => new EntityKey(key.Text, key.Brand)));
    }

    private void AddEntitiesOf(EntityKey[] keys)
    {
        _keys.UnionWith(keys);
        Add(_reading.FindKeysByText([.. keys.Select(static key => key.Text).Distinct(StringComparer.Ordinal)]).Select(static key => key.Entity));
        var wanted = keys.Where(static key => key.Brand is not null).ToLookup(static key => key.Counterpart!, StringComparer.Ordinal);
        Add(_reading.FindKeysByBrand([.. wanted.Select(static brand => brand.Key)])
            .Where(found => wanted[found.Brand!].Any(key => key.MayBeShort(new EntityKey(found.Text, found.Brand))))
            .Select(static found => found.Entity));
    }

    // What a decision is about depends on all of it.
    private void AddDecided()
    {
        foreach (var (decision, entities) in _decisions.Where(decision => decision.Value.Any(_entities.ContainsKey)).ToList())
        {
            Touch(decision, entities);
        }
    }

    private void Touch(LinkDecision decision, IEnumerable<long> entities)
    {
        _decisions.Remove(decision);
        _touchedDecisions.Add(decision);
        Add(entities);
    }

    private void AddDecisions(List<LinkDecision> decisions, IReadOnlyCollection<LinkArticle> changed)
    {
        var anchored = decisions.SelectMany(static decision => Anchors(decision)).Select(static anchor => anchor.Article).Distinct().ToList();
        var changedArticles = _reading.FindChanged(anchored).Union(changed.Select(static article => article.Id)).ToHashSet();
        var articles = _reading.ReadArticles(anchored).Select(LinkRecords.ToArticle).ToDictionary(static article => article.Id);
        var linked = _reading.FindLinked(articles.Keys);
        var madeOrUndone = _reading.ChangedDecisions.Select(static decision => decision.Id).ToHashSet();
        foreach (var decision in decisions)
        {
            var anchors = Anchors(decision).ToList();
            IsMixed |= anchors.Select(static anchor => anchor.Type == EntityType.Person).Distinct().Count() > 1;
            var entities = anchors.Select(Find).OfType<long>().ToHashSet();
            if (madeOrUndone.Contains(decision.Id) || anchors.Exists(anchor => changedArticles.Contains(anchor.Article)))
            {
                Touch(decision, entities);
            }
            else
            {
                _decisions.Add(decision, entities);
            }
        }

        long? Find(EntityAnchor anchor) =>
            articles.TryGetValue(anchor.Article, out var article) && anchor.FindIn(article) is { } place && linked.TryGetValue((article.Id, article.Names[place].Number), out var entity) ? entity.Id : null;
    }

    private static IEnumerable<EntityAnchor> Anchors(LinkDecision decision) => decision.First.Concat(decision.Second);

    private static T[] Take<T>(HashSet<T> waiting, Func<T, bool> isKnown)
    {
        T[] taken = [.. waiting.Where(item => !isKnown(item))];
        waiting.Clear();
        return taken;
    }
}
