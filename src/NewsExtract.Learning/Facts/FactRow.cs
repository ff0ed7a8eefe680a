using System.Globalization;
using NewsExtract.Learning.Features;

namespace NewsExtract.Learning.Facts;

/// <summary>The features that every fact has, whatever its type.</summary>
/// <param name="trigger">Empty where the extractor names none.</param>
internal sealed class FactRow(FactContext context, TokenCounts tokens, SentenceShapes sentences, Fact fact, TextSpan trigger)
{
    /// <summary>Where the five features stand that <see cref="FactFeatures"/> writes.</summary>
    public const int Neighbours = 53;

    public const int Width = Neighbours + 5;

    private const int MostOccurrences = 10;

    private readonly ArticleText _article = context.Text;
    private readonly string _text = context.Text.Text;

    public void Write(float[] row)
    {
        WriteMentions(row);
        WriteArguments(row);
        WritePlace(row);
        WriteTrigger(row);
        WriteFirst(row);
    }

    // Of which mentions it is made, and how sure those are. A mention without confidence is the user's or a person's.
    private void WriteMentions(float[] row)
    {
        var mentions = Spans().Select(MentionOf).OfType<Mention>().Distinct().ToList();
        row[0] = (float)mentions.Select(mention => mention.Confidence ?? 1).DefaultIfEmpty(1).Min();
        row[1] = (float)mentions.Select(mention => mention.Confidence ?? 1).DefaultIfEmpty(1).Average();
        row[2] = mentions.Count;
        row[3] = mentions.Count(mention => mention.Producer.Id.StartsWith("model:", StringComparison.Ordinal));
        row[4] = Spans().Count(span => MentionOf(span) is null);
        row[5] = Spans().Count(span => MentionOf(span) is { } mention && mention.Span != span);
    }

    private void WriteArguments(float[] row)
    {
        var (start, end) = (trigger.Start, trigger.End);
        var sentence = _article.SentenceAt(start);
        var block = _article.BlockAt(start);
        int nearest = int.MaxValue, farthest = 0, before = 0, after = 0, outside = 0, elsewhere = 0, carried = 0, back = 0;
        foreach (var span in Spans())
        {
            var distance = span.Start >= end ? tokens.Between(end, span.Start) : span.End <= start ? tokens.Between(span.End, start) : -1;
            nearest = distance >= 0 ? Math.Min(nearest, distance) : nearest;
            farthest = Math.Max(farthest, distance);
            before += span.End <= start ? 1 : 0;
            after += span.Start >= end ? 1 : 0;
            outside += fact.Evidence.Start <= span.Start && span.End <= fact.Evidence.End ? 0 : 1;
            elsewhere += _article.SentenceAt(span.Start) == sentence ? 0 : 1;
            carried += _article.BlockAt(span.Start) == block ? 0 : 1;
            back = Math.Max(back, sentence - _article.SentenceAt(span.Start));
        }

        row[6] = nearest == int.MaxValue ? -1 : nearest;
        row[7] = farthest;
        row[8] = before;
        row[9] = after;
        row[10] = outside;
        row[11] = elsewhere;
        row[12] = carried;
        row[13] = Math.Min(back, 20);
        row[14] = fact.Arguments.Length;
        var evidence = fact.Evidence.Of(_text);
        row[15] = evidence.Length;
        row[16] = evidence.Count('，') + evidence.Count('；');
        row[17] = evidence.Count('、');
        row[18] = evidence.Count('。');
        row[19] = evidence.Count('的');
    }

    private void WritePlace(float[] row)
    {
        var index = _article.SentenceAt(trigger.Start);
        var sentence = _article.Sentences[index];
        var block = _article.Blocks[_article.BlockAt(trigger.Start)];
        row[20] = sentence.Span.Length;
        row[21] = block.Kind is BlockKind.Body ? 1 : 0;
        row[22] = block.Kind is BlockKind.Headline or BlockKind.Kicker or BlockKind.Subhead ? 1 : 0;
        row[23] = block.Kind is BlockKind.Caption or BlockKind.Byline ? 1 : 0;
        row[24] = block.Span.Length;
        row[25] = index - _article.SentenceAt(block.Span.Start);
        row[26] = (float)index / _article.Sentences.Length;
        var before = _text.AsSpan(sentence.Span.Start, Math.Max(0, trigger.Start - sentence.Span.Start));
        row[27] = before.Count('“') - before.Count('”');
        row[28] = before.Count('（') - before.Count('）') + before.Count('(') - before.Count(')');
        row[29] = before.Count('，');
        row[30] = sentences.Count(index, SentenceShapes.IsNumber);
        row[31] = sentences.Count(index, mention => SentenceShapes.IsNumber(mention) && mention.Span.Start < trigger.Start);
        row[32] = sentences.Count(index, static mention => mention.Type == EntityType.Person);
        row[33] = sentences.Count(index, static mention => mention.Type is EntityType.Organization or EntityType.Zone);
        row[34] = sentences.Count(index, static mention => mention.Type == EntityType.Date);
    }

    private void WriteTrigger(float[] row)
    {
        row[35] = fact.Modality is { } modality ? 1 + (int)modality : 0;
        row[36] = trigger.Length;
        row[37] = Shape(trigger.Start - 1);
        row[38] = Shape(trigger.End);
        row[39] = Kind(tokens.TagAt(trigger.Start - 1));
        row[40] = trigger.End < _text.Length ? Kind(tokens.TagAt(trigger.End)) : 0;
        row[41] = MentionOf(trigger) is { } mention ? 1 + (int)mention.Type : 0;
        row[42] = MentionOf(trigger)?.Value is NumberValue { Value: { } value } ? Magnitude(value) : -1;
    }

    // The first role says whom or what the fact is about.
    private void WriteFirst(float[] row)
    {
        if (fact.Arguments.FirstOrDefault(argument => !argument.Spans.IsEmpty) is not { Spans: [var span, ..] } first)
        {
            return;
        }

        row[43] = span.Length;
        row[44] = MentionOf(span) is { } mention ? 1 + (int)mention.Type : 0;
        row[45] = Kind(tokens.TagAt(span.Start));
        row[46] = Kind(tokens.TagAt(span.End - 1));
        row[47] = Shape(span.Start - 1);
        row[48] = Shape(span.End);
        row[49] = Math.Min(MostOccurrences, Around(span).Count(span.Of(_text)));
        row[50] = first.Spans.Length;
        row[51] = Spans().Max(place => place.Length);
        row[52] = Spans().Count(place => place.Of(_text).ContainsAny('，', '、', '的'));
    }

    // So many characters on both sides: the time stays in proportion to the text.
    private ReadOnlySpan<char> Around(TextSpan span)
    {
        const int Reach = 5000;
        var start = Math.Max(0, span.Start - Reach);
        return _text.AsSpan(start, Math.Min(_text.Length, span.End + Reach) - start);
    }

    private IEnumerable<TextSpan> Spans() => fact.Arguments.SelectMany(argument => argument.Spans);

    private Mention? MentionOf(TextSpan span) => MentionIndex.At(context.Mentions, span.Start);

    private int Shape(int position) => position < 0 || position >= _text.Length ? CharacterShapes.Edge : CharacterShapes.Of(_text[position]);

    // Nouns, verbs, what joins words, and the rest.
    private static int Kind(char tag) => tag switch
    {
        'n' => 1,
        'v' => 2,
        'a' or 'd' or 'b' => 3,
        'p' or 'c' or 'u' => 4,
        'm' or 'q' or 't' => 5,
        'w' or 'x' => 6,
        _ => 0,
    };

    private static int Magnitude(decimal value) => decimal.Truncate(Math.Abs(value)).ToString(CultureInfo.InvariantCulture).Length;
}
