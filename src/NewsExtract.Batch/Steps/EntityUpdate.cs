using System.Collections.Immutable;
using NewsExtract.Linking;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Batch.Steps;

/// <summary>
/// Links anew what has changed since the last linking, and what hangs together with it. Bodies, places and other things come first: none of them
/// depends on a name that shares no key with it. Then persons, beside bodies that are settled by then: those whose name is among what has changed,
/// and those beside a body that is now one with another, or is two, or is named more or less often than tells something.
/// </summary>
internal sealed class EntityUpdate(LinkReading reading, CancellationToken cancellation)
{
    // Linking all takes less than that of all and what it takes to find out.
    private const double MostNames = 0.5;

    private readonly Dictionary<(long Article, int Number), SettledEntity> _settled = [];

    /// <returns><c>null</c> when all had better be linked.</returns>
    public EntityLinks? Run()
    {
        var changed = EntityLinker.FindHomes([.. reading.ReadChanged().Select(LinkRecords.ToArticle)]);
        var closure = new EntityClosure(reading, changed);
        if (closure.IsMixed)
        {
            return null;
        }

        closure.Add(reading.FindTouched());
        closure.Add(EntityKey.Of(changed));
        closure.Close();
        if (reading.ShareOf(closure.Entities) > MostNames)
        {
            return null;
        }

        var entities = LinkThings(closure, changed);
        entities.AddRange(LinkPersons(closure, changed));
        return new EntityLinks([.. entities.Select(LinkRecords.ToEntry)], closure.Entities.Select(static entity => entity.Id).ToHashSet(), LinkRecords.ToHomes(changed));
    }

    private List<LinkedEntity> LinkThings(EntityClosure closure, ImmutableArray<LinkArticle> changed)
    {
        cancellation.ThrowIfCancellationRequested();
        var former = closure.Entities.Where(static entity => !IsPerson(entity.Type)).ToDictionary(static entity => entity.Id);
        var members = reading.ReadMembers(former.Keys);
        var articles = members
            .GroupBy(static member => member.Article)
            .Select(static article => new LinkArticle(article.Key, 0, article.First().Date, null, null)
            {
                Names = [.. article.Select(static member => LinkRecords.ToName(member.Name)).OrderBy(static name => name.Number)],
                Home = LinkRecords.ToHome(article.First().Home),
            })
            .Concat(changed.Select(static article => article with { Names = [.. article.Names.Where(static name => name.Type != EntityType.Person)], Posts = [], Credited = [] }));
        var entities = EntityLinker.Link(articles, [.. closure.Decisions.Where(static decision => decision.First[0].Type != EntityType.Person)], cancellation);
        foreach (var entity in entities)
        {
            var settled = new SettledEntity(entity.Id, entity.Bodies);
            foreach (var member in entity.Members)
            {
                _settled.Add((member.Article, member.Number), settled);
            }
        }

        // What names of persons depend on has changed where these articles name it.
        var beside = FindMoved(members, former);
        closure.Add(reading.FindNames(beside, EntityType.Person.Label()).Select(EntityKey.OfPerson));
        closure.Close();
        return [.. entities];
    }

    private ImmutableArray<LinkedEntity> LinkPersons(EntityClosure closure, ImmutableArray<LinkArticle> changed)
    {
        cancellation.ThrowIfCancellationRequested();
        var members = reading.ReadMembers([.. closure.Entities.Where(static entity => IsPerson(entity.Type)).Select(static entity => entity.Id)]);
        var wanted = members.Select(static member => (member.Article, member.Name.Number)).ToHashSet();
        long[] ids = [.. members.Select(static member => member.Article).Distinct()];
        var linked = reading.FindLinked(ids);
        var articles = reading.ReadArticles(ids).Select(LinkRecords.ToArticle)
            .Select(article => article with { Names = [.. article.Names.Where(name => name.Type != EntityType.Person || wanted.Contains((article.Id, name.Number)))] })
            .Concat(changed)
            .Select(article => article with { Names = [.. article.Names.Select(name => name.Type == EntityType.Person ? name : name with { Settled = Settled((article.Id, name.Number)) })] });
        return EntityLinker.Link(articles, [.. closure.Decisions.Where(static decision => decision.First[0].Type == EntityType.Person)], cancellation);

        SettledEntity Settled((long, int) name) => _settled.TryGetValue(name, out var found) ? found : new SettledEntity(linked[name].Id, linked[name].Bodies);
    }

    /// <summary>
    /// Articles whose persons see other bodies than before. Where several entities became one, or one several, all but the largest part: who only
    /// ever stands beside that part sees the same body everywhere, as before.
    /// </summary>
    private HashSet<long> FindMoved(IReadOnlyList<FormerMember> members, Dictionary<long, FormerEntity> former)
    {
        var parts = members
            .GroupBy(member => (Before: member.Entity, Now: _settled[(member.Article, member.Name.Number)]))
            .Select(static part => (part.Key.Before, part.Key.Now, Articles: part.Select(static member => member.Article).ToList()))
            .ToList();
        var ofOne = parts.GroupBy(static part => part.Before).ToDictionary(static whole => whole.Key, static whole => whole.MaxBy(static part => part.Articles.Count).Now.Id);
        var intoOne = parts.GroupBy(static part => part.Now.Id).ToDictionary(static whole => whole.Key, static whole => whole.MaxBy(static part => part.Articles.Count).Before);
        return
        [
            .. parts
                .Where(part => ofOne[part.Before] != part.Now.Id || intoOne[part.Now.Id] != part.Before || EntityLinker.IsRare(former[part.Before].Bodies) != EntityLinker.IsRare(part.Now.Bodies))
                .SelectMany(static part => part.Articles),
        ];
    }

    private static bool IsPerson(string type) => type == EntityType.Person.Label();
}
