using System.Collections.Immutable;

namespace NewsExtract.Extraction.Mentions.Persons;

/// <summary>Marks the persons of <see cref="NameScan"/>.</summary>
internal sealed class PersonRecognizer : IMentionRecognizer
{
    private static readonly Producer s_producer = new("rule:mention.person", "1");

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        var mentions = new List<Mention>();
        foreach (var person in NameScan.Of(text, tokens).Persons)
        {
            mentions.Add(new Mention(EntityType.Person, person.Span, s_producer));
        }

        return mentions;
    }
}
