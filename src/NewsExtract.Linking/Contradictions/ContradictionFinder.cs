using System.Collections.Immutable;

namespace NewsExtract.Linking.Contradictions;

/// <summary>
/// Finds figures of one thing that differ, over many articles. Only figures of the same type, subject, measure, unit, period and modality
/// are compared; without a named subject only within their article, without a period only of the same day. What is found does not depend on
/// the order in which articles are added. Not safe for concurrent use.
/// </summary>
public sealed class ContradictionFinder
{
    private static readonly Comparer<Figure> s_order = Comparer<Figure>.Create(Order);

    private readonly Dictionary<string, List<Figure>> _blocks = new(StringComparer.Ordinal);
    private readonly List<Contradiction> _parts = [];

    /// <summary>The types of facts that state figures; an article without any adds nothing.</summary>
    public static ImmutableArray<string> FactTypes => FigureReader.FactTypes;

    /// <param name="linked">What the record's entity of a number is over all articles, by an id of any form; <c>null</c> where it is known by its name alone.</param>
    public void Add(ArticleRecord record, Func<int, string?>? linked = null) => Add(ArticleFigures.Read(record, linked));

    public void Add(ArticleFigures article)
    {
        ArgumentNullException.ThrowIfNull(article);
        foreach (var figure in article.Figures)
        {
            if (!_blocks.TryGetValue(figure.Key, out var block))
            {
                _blocks.Add(figure.Key, block = []);
            }

            block.Add(figure);
        }

        _parts.AddRange(article.Parts);
    }

    /// <returns>By the date, file and place of the first.</returns>
    public ImmutableArray<Contradiction> Find() =>
    [
        .. _blocks.Values.SelectMany(Compare).Concat(_parts)
            .OrderBy(static found => found.First, s_order).ThenBy(static found => found.Second, s_order).ThenBy(static found => found.Class),
    ];

    // One figure of each value stands for all that say the same: the earliest.
    private static IEnumerable<Contradiction> Compare(List<Figure> block)
    {
        if (block.Count < 2)
        {
            yield break;
        }

        var values = block.OrderBy(static figure => figure, s_order).DistinctBy(static figure => (figure.Value.Low, figure.Value.High, figure.Value.Approx, figure.Cues)).ToList();
        for (var i = 0; i < values.Count; i++)
        {
            for (var j = i + 1; j < values.Count; j++)
            {
                if ((values[i].Value.Low, values[i].Value.High) != (values[j].Value.Low, values[j].Value.High) && ClassOf(values[i], values[j]) is { } found)
                {
                    yield return new Contradiction(found, values[i], values[j]);
                }
            }
        }
    }

    private static ContradictionClass? ClassOf(Figure first, Figure second)
    {
        var isSameArticle = (first.Place.Sha256, first.Place.Article) == (second.Place.Sha256, second.Place.Article);
        var isHeadlineAndText = isSameArticle && first.Place.InHeadline != second.Place.InHeadline;

        // Two figures in one story are most often steps of a comparison or of a list.
        if (isSameArticle && !isHeadlineAndText && (first.Cues.IsListed || second.Cues.IsListed))
        {
            return null;
        }

        if (first.Value.MayEqual(second.Value))
        {
            return isHeadlineAndText ? ContradictionClass.Restated : ContradictionClass.Rounding;
        }

        if (first.Cues.IsTotal != second.Cues.IsTotal || first.Cues.IsNew != second.Cues.IsNew)
        {
            return isSameArticle ? null : ContradictionClass.Cumulative;
        }

        if (first.Cues.Limits != second.Cues.Limits)
        {
            return isSameArticle ? null : ContradictionClass.Scope;
        }

        if (isSameArticle)
        {
            // In the body of one story the words between two figures tell them apart; a headline has no room for them.
            return isHeadlineAndText && first.IsNamed && !first.Cues.IsListed && !second.Cues.IsListed ? ContradictionClass.Conflict : null;
        }

        // What is told later of the same period takes the place of what was told before.
        return first.Place.Date != second.Place.Date || first.Cues.IsCorrected || second.Cues.IsCorrected ? ContradictionClass.Restated : ContradictionClass.Conflict;
    }

    private static int Order(Figure one, Figure other)
    {
        var texts = new[] { string.CompareOrdinal(one.Place.Date ?? "9999", other.Place.Date ?? "9999"), string.CompareOrdinal(one.Place.Source, other.Place.Source), string.CompareOrdinal(one.Place.Sha256, other.Place.Sha256) };
        var numbers = (one.Place.Article, Start(one), one.Value.Low).CompareTo((other.Place.Article, Start(other), other.Value.Low));
        return texts.FirstOrDefault(static order => order != 0) is var order and not 0 ? order : numbers != 0 ? numbers : string.CompareOrdinal(one.Key, other.Key);
    }

    private static int Start(Figure figure) => figure.Place.Spans.IsEmpty ? 0 : figure.Place.Spans[0].Start;
}
