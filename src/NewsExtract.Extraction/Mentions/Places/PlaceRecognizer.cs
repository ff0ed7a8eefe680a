using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Places;

/// <summary>Marks the places of <see cref="NameScan"/>: units of government as GPE, other geography as LOC.</summary>
internal sealed class PlaceRecognizer : IMentionRecognizer
{
    private static readonly Producer s_producer = new("rule:mention.place", "1");

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        var mentions = new List<Mention>();
        foreach (var place in NameScan.Of(text, tokens).Places.Places)
        {
            var type = place.Level == PlaceLevel.Region ? EntityType.Location : EntityType.GeoPolitical;
            mentions.Add(new Mention(type, place.Span, s_producer));
        }

        return mentions;
    }
}
