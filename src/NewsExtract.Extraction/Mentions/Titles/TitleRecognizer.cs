using System.Collections.Immutable;

namespace NewsExtract.Extraction.Mentions.Titles;

/// <summary>
/// Marks the titles of <see cref="NameScan"/> that somebody holds; one with a department (质检部部长) also without it, for
/// where an organisation takes the department.
/// </summary>
internal sealed class TitleRecognizer : IMentionRecognizer
{
    private static readonly Producer s_producer = new("rule:mention.title", "1");

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        var mentions = new List<Mention>();
        foreach (var title in NameScan.Of(text, tokens).HeldTitles)
        {
            mentions.Add(new Mention(EntityType.Title, title.Span, s_producer));
            if (title.CoreStart > title.Start)
            {
                mentions.Add(new Mention(EntityType.Title, new TextSpan(title.CoreStart, title.End), s_producer));
            }
        }

        return mentions;
    }
}
