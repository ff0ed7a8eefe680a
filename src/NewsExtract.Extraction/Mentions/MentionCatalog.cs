using System.Collections.Immutable;
using NewsExtract.Extraction.Mentions.Values;

namespace NewsExtract.Extraction.Mentions;

/// <summary>The rule-based mention recognizers, in the order they run.</summary>
internal static class MentionCatalog
{
    public static ImmutableArray<IMentionRecognizer> CreateAll() =>
    [
        new ValueMentionRecognizer(),
    ];
}
