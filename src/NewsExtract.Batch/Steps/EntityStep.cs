using System.Globalization;
using NewsExtract.Linking;
using NewsExtract.Storage;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Batch.Steps;

/// <summary>
/// Links what the articles of all issues name: <see cref="EntityLinker"/> over a store. Where little has changed, over what hangs together with
/// that, which gives the same rows (<see cref="EntityUpdate"/>).
/// </summary>
public sealed class EntityStep : IStoreStep
{
    // Where more has changed, most of the rest hangs together with it.
    private const double MostChanged = 0.25;

    public string? Run(NewsStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var summary = store.LinkEntities(EntityLinker.Version, LinkRecords.FactTypes, reading => Link(reading, cancellation));
        return summary is null
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"linked {summary.Linked:N0} of {summary.Names:N0} names with those of other articles: {summary.Entities:N0} entities; looked at {(summary.Read < summary.Names ? $"{summary.Read:N0} names" : "all names")}");
    }

    private static EntityLinks Link(LinkReading reading, CancellationToken cancellation) =>
        (reading.IsFirst || reading.ShareOfChanged() > MostChanged ? null : new EntityUpdate(reading, cancellation).Run()) ?? LinkAll(reading, cancellation);

    private static EntityLinks LinkAll(LinkReading reading, CancellationToken cancellation)
    {
        var read = reading.ReadArticles();
        reading.End();
        var articles = EntityLinker.FindHomes([.. read.Select(LinkRecords.ToArticle)]);
        var entities = EntityLinker.Link(articles, [.. reading.Decisions.Select(LinkRecords.ToDecision)], cancellation);
        return new EntityLinks([.. entities.Select(LinkRecords.ToEntry)], null, LinkRecords.ToHomes(articles));
    }
}
