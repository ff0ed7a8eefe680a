using System.Collections.Immutable;

namespace NewsExtract.Linking.Contradictions;

/// <summary>The figures of one article, read for <see cref="ContradictionFinder"/>: they are the same as long as its record is, and what its names are linked to.</summary>
public sealed class ArticleFigures
{
    private ArticleFigures(ImmutableArray<Figure> figures, ImmutableArray<Contradiction> parts) => (Figures, Parts) = (figures, parts);

    internal ImmutableArray<Figure> Figures { get; }

    /// <summary>Parts that don't fit their whole.</summary>
    internal ImmutableArray<Contradiction> Parts { get; }

    /// <param name="linked">What the record's entity of a number is over all articles, by an id of any form; <c>null</c> where it is known by its name alone.</param>
    public static ArticleFigures Read(ArticleRecord record, Func<int, string?>? linked = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var figures = FigureReader.Read(record, linked);
        return new ArticleFigures([.. figures.Select(static placed => placed.Figure)], [.. PartFinder.Find(figures)]);
    }
}
