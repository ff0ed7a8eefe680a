using System.Collections.Immutable;
using NewsExtract.Extraction.Mentions.Events;
using NewsExtract.Extraction.Mentions.Facilities;
using NewsExtract.Extraction.Mentions.Honors;
using NewsExtract.Extraction.Mentions.Organizations;
using NewsExtract.Extraction.Mentions.Persons;
using NewsExtract.Extraction.Mentions.Places;
using NewsExtract.Extraction.Mentions.Projects;
using NewsExtract.Extraction.Mentions.Titles;
using NewsExtract.Extraction.Mentions.Values;
using NewsExtract.Extraction.Mentions.Works;
using NewsExtract.Extraction.Mentions.Zones;

namespace NewsExtract.Extraction.Mentions;

/// <summary>The rule-based mention recognizers, in the order they run.</summary>
internal static class MentionCatalog
{
    public static ImmutableArray<IMentionRecognizer> CreateAll() =>
    [
        new ValueMentionRecognizer(),
        new HonorRecognizer(),
        new OrganizationRecognizer(),
        new ZoneRecognizer(),
        new FacilityRecognizer(),
        new EventRecognizer(),
        new ProjectRecognizer(),
        new PersonRecognizer(),
        new TitleRecognizer(),
        new PlaceRecognizer(),
        new WorkRecognizer(),
    ];
}
