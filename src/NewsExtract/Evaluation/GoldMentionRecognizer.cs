using System.Collections.Immutable;

namespace NewsExtract.Evaluation;

/// <summary>
/// Returns the gold marks of a bulletin as mentions, so that fact rules can be measured apart from mention rules.
/// A mark takes its value from the recognizer whose mention has the same span and type.
/// </summary>
internal sealed class GoldMentionRecognizer(ImmutableArray<GoldMark> marks, ImmutableArray<IMentionRecognizer> recognizers) : IMentionRecognizer
{
    private static readonly Producer s_producer = new("gold", "1");

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var values = new Dictionary<(EntityType, TextSpan), NormalizedValue?>();
        foreach (var mention in recognizers.SelectMany(recognizer => recognizer.Recognize(text, tokens)))
        {
            values.TryAdd((mention.Type, mention.Span), mention.Value);
        }

        return [.. GoldMentions.Map(marks, text).Select(mark => new Mention(mark.Type, mark.Span, s_producer) { Value = values.GetValueOrDefault((mark.Type, mark.Span)) })];
    }
}
