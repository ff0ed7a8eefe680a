using System.Collections.Immutable;

namespace NewsExtract.Extraction.Mentions;

/// <summary>The rule-based mention recognizers, in the order they run.</summary>
internal static class MentionCatalog
{
    public static ImmutableArray<IMentionRecognizer> CreateAll() =>
    [
    ];
}
