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

        var positions = new Dictionary<int, int>();
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (text.SourceOffset(i) != ArticleText.NoSource)
            {
                positions[text.SourceOffset(i)] = i;
            }
        }

        var mentions = new List<Mention>();
        foreach (var mark in marks)
        {
            int start = -1, end = -1;
            for (var i = mark.Span.Start; i < mark.Span.End; i++)
            {
                if (positions.TryGetValue(i, out var position))
                {
                    start = start < 0 ? position : start;
                    end = position + 1;
                }
            }

            if (start >= 0 && end > start)
            {
                var span = new TextSpan(start, end);
                mentions.Add(new Mention(mark.Type, span, s_producer) { Value = values.GetValueOrDefault((mark.Type, span)) });
            }
        }

        return mentions;
    }
}
