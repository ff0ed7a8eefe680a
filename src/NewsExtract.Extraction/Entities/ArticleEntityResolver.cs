using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Entities;

/// <summary>
/// Joins the names of one article that refer to one thing: the same name, and a short form to the only longer name of
/// its type that it abbreviates (太原 and 太原市, 省商务厅 and 山西省商务厅). A short form that fits two names stays alone.
/// Values (dates, amounts) and titles are no entities.
/// </summary>
internal sealed class ArticleEntityResolver : IEntityResolver
{
    public ImmutableArray<Entity> Resolve(ArticleText text, ImmutableArray<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = mentions
            .Select((mention, index) => (Mention: mention, Index: index))
            .Where(item => IsEntity(item.Mention.Type))
            .GroupBy(item => (item.Mention.Type, Name: item.Mention.Span.Of(text.Text).ToString()))
            .Select(group => new NameGroup(group.Key.Type, group.Key.Name, [.. group.Select(item => item.Index)]))
            .ToList();
        var index = IndexByPairs(names);
        var fullNames = names.ToDictionary(name => name, name => FindFullName(name, index));
        return
        [
            .. names
                .GroupBy(name => FollowToFullName(name, fullNames))
                .Select(group => Build(text, mentions, group.Key, [.. group.Where(name => name != group.Key)]))
                .OrderBy(entity => entity.Mentions[0]),
        ];
    }

    // Each step leads to a longer name, so this ends.
    private static NameGroup FollowToFullName(NameGroup name, Dictionary<NameGroup, NameGroup?> fullNames)
    {
        while (fullNames[name] is { } longer)
        {
            name = longer;
        }

        return name;
    }

    // Names by each two characters that stand together in them: a short form looks only at names that hold its first two.
    private static Dictionary<(EntityType Type, char First, char Second), List<NameGroup>> IndexByPairs(List<NameGroup> names)
    {
        var index = new Dictionary<(EntityType Type, char First, char Second), List<NameGroup>>();
        foreach (var name in names)
        {
            for (var i = 0; i + 1 < name.Name.Length; i++)
            {
                var key = (name.Type, name.Name[i], name.Name[i + 1]);
                if (!index.TryGetValue(key, out var list))
                {
                    index[key] = list = [];
                }

                if (list.Count == 0 || list[^1] != name)
                {
                    list.Add(name);
                }
            }
        }

        return index;
    }

    private static bool IsEntity(EntityType type) => type is not (EntityType.Title or >= EntityType.Date);

    private static Entity Build(ArticleText text, ImmutableArray<Mention> mentions, NameGroup name, ImmutableArray<NameGroup> aliases)
    {
        string Surface(NameGroup group) => text.Surface(mentions[group.Mentions[0]].Span);
        return new Entity(
            name.Type,
            Surface(name),
            [.. aliases.Select(Surface).Distinct().Order(StringComparer.Ordinal)],
            [.. aliases.Append(name).SelectMany(group => group.Mentions).Order()]);
    }

    private static NameGroup? FindFullName(NameGroup name, Dictionary<(EntityType Type, char First, char Second), List<NameGroup>> index)
    {
        NameGroup? found = null;
        if (name.Name.Length < 2 || !index.TryGetValue((name.Type, name.Name[0], name.Name[1]), out var candidates))
        {
            return null;
        }

        foreach (var other in candidates)
        {
            if (!Abbreviates(name, other))
            {
                continue;
            }

            // Of 安岭重工集团有限公司 and 安岭重工集团, both longer than 安岭重工, the longest that holds the rest is the name.
            if (found is null || Abbreviates(found, other))
            {
                found = other;
            }
            else if (!Abbreviates(other, found))
            {
                return null;
            }
        }

        return found;
    }

    // People are never joined by their characters: 李明 is not 李小明.
    private static bool Abbreviates(NameGroup name, NameGroup other)
    {
        if (name.Name.Length < 2 || other.Name.Length <= name.Name.Length || name.Type == EntityType.Person)
        {
            return false;
        }

        if (name.Type == EntityType.GeoPolitical)
        {
            return other.Name.Length == name.Name.Length + 1 && other.Name.StartsWith(name.Name, StringComparison.Ordinal);
        }

        return ShortForms.Abbreviates(name.Name, other.Name);
    }

    private sealed record NameGroup(EntityType Type, string Name, ImmutableArray<int> Mentions)
    {
        public bool Equals(NameGroup? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
