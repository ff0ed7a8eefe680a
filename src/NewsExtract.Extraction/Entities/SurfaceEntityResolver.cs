using System.Collections.Immutable;

namespace NewsExtract.Extraction.Entities;

/// <summary>Joins names of one type with the same text; values (dates, amounts) are no entities.</summary>
internal sealed class SurfaceEntityResolver : IEntityResolver
{
    public ImmutableArray<Entity> Resolve(ArticleText text, ImmutableArray<Mention> mentions) =>
    [
        .. mentions
            .Select((mention, index) => (Mention: mention, Index: index))
            .Where(item => item.Mention.Type < EntityType.Date && item.Mention.Type != EntityType.Title)
            .GroupBy(item => (item.Mention.Type, Name: text.Text.Substring(item.Mention.Span.Start, item.Mention.Span.Length)))
            .Select(group => new Entity(group.Key.Type, text.Surface(group.First().Mention.Span), [], [.. group.Select(item => item.Index)])),
    ];
}
