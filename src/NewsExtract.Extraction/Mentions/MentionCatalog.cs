using System.Collections.Immutable;
using NewsExtract.Extraction.Mentions.Events;
using NewsExtract.Extraction.Mentions.Facilities;
using NewsExtract.Extraction.Mentions.Organizations;
using NewsExtract.Extraction.Mentions.Projects;
using NewsExtract.Extraction.Mentions.Values;
using NewsExtract.Extraction.Mentions.Zones;

namespace NewsExtract.Extraction.Mentions;

/// <summary>The rule-based mention recognizers, in the order they run.</summary>
internal static class MentionCatalog
{
    public static ImmutableArray<IMentionRecognizer> CreateAll() =>
    [
        new ValueMentionRecognizer(),
        new OrganizationRecognizer(),
        new ZoneRecognizer(),
        new FacilityRecognizer(),
        new EventRecognizer(),
        new ProjectRecognizer(),
    ];
}
