using System.Collections.Immutable;
using System.Globalization;

namespace NewsExtract.Storage.Corrections;

/// <summary>What an article names, once its mentions were corrected.</summary>
internal static class CorrectedEntities
{
    private static readonly ImmutableArray<EntityType> s_unnamed = [EntityType.Title, EntityType.Date, EntityType.Money, EntityType.Percent, EntityType.Quantity];

    /// <summary>
    /// Entities keep the mentions that are left and have their type; one without any is gone. A mention that belongs to none joins the
    /// entity that is called so, or makes one.
    /// </summary>
    public static ImmutableArray<EntityRecord> Of(ArticleRecord record, ImmutableArray<MentionRecord> mentions)
    {
        var byId = mentions.ToDictionary(static mention => mention.Id, StringComparer.Ordinal);
        var entities = record.Entities
            .Select(entity => entity with { Mentions = [.. entity.Mentions.Where(id => byId.TryGetValue(id, out var mention) && Keeps(record, entity, mention))] })
            .ToList();
        var taken = entities.SelectMany(static entity => entity.Mentions).ToHashSet(StringComparer.Ordinal);
        foreach (var mention in mentions.Where(mention => mention.Review is not null && !taken.Contains(mention.Id) && IsNamed(mention.Type)))
        {
            var at = entities.FindIndex(entity => entity.Type == mention.Type && !entity.Mentions.IsEmpty && (entity.Name == mention.Text || entity.Aliases.Contains(mention.Text)));
            if (at >= 0)
            {
                entities[at] = entities[at] with { Mentions = entities[at].Mentions.Add(mention.Id) };
            }
            else
            {
                entities.Add(new EntityRecord(string.Create(CultureInfo.InvariantCulture, $"e{entities.Count + 1}"), mention.Type, mention.Text, [], [mention.Id]));
            }
        }

        return [.. entities.Where(static entity => !entity.Mentions.IsEmpty).Select(entity => Named(record, entity, byId))];
    }

    // A mention that a person gave another type or extent starts anew.
    private static bool Keeps(ArticleRecord record, EntityRecord entity, MentionRecord mention) =>
        mention.Type == entity.Type && record.Mentions.Any(extracted => extracted.Id == mention.Id && extracted.Text == mention.Text);

    private static EntityRecord Named(ArticleRecord record, EntityRecord entity, Dictionary<string, MentionRecord> mentions)
    {
        var before = record.Entities.FirstOrDefault(former => former.Id == entity.Id);
        if (before is not null && before.Mentions.SequenceEqual(entity.Mentions))
        {
            return before;
        }

        var texts = entity.Mentions.Select(id => mentions[id].Text).Distinct(StringComparer.Ordinal).ToList();
        var name = texts.Contains(entity.Name) ? entity.Name : texts.MaxBy(static text => text.Length)!;
        return entity with { Name = name, Aliases = [.. entity.Aliases.Where(alias => alias != name && texts.Contains(alias)).Union(texts.Where(text => text != name), StringComparer.Ordinal)] };
    }

    private static bool IsNamed(string type) => EntityTypes.TryParse(type, out var known) && !s_unnamed.Contains(known);
}
