namespace NewsExtract.Learning.Facts;

/// <summary>What stands in each sentence of an article, counted once for all its facts.</summary>
internal sealed class SentenceShapes
{
    private readonly List<Mention>[] _mentions;

    public SentenceShapes(FactContext context)
    {
        _mentions = [.. context.Text.Sentences.Select(_ => new List<Mention>())];
        foreach (var mention in context.Mentions)
        {
            if (_mentions.Length > 0)
            {
                _mentions[context.Text.SentenceAt(mention.Span.Start)].Add(mention);
            }
        }
    }

    public int Count(int sentence, Func<Mention, bool> which) => _mentions[sentence].Count(which);

    public static bool IsNumber(Mention mention) => mention.Type is EntityType.Money or EntityType.Percent or EntityType.Quantity;
}
