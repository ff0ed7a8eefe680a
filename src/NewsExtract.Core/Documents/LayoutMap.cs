using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>A rectangle on a page in PDF points; the origin is the lower left corner. Page numbers start at 1.</summary>
public readonly record struct PageBox(int Page, double Left, double Bottom, double Right, double Top);

/// <summary>Answers where a span of <see cref="Document.Text"/> stands on its pages.</summary>
public abstract class LayoutMap
{
    /// <summary>The map of a source without pages: no boxes anywhere.</summary>
    public static LayoutMap None { get; } = new EmptyMap();

    /// <summary>Boxes in reading order, one per line and column that the span touches; empty when the source has no pages.</summary>
    public abstract ImmutableArray<PageBox> Boxes(TextSpan span);

    /// <summary>
    /// The least confidence in [0, 1] with which OCR read a character of the span; <c>null</c> when the characters are the file's own.
    /// </summary>
    public virtual double? Confidence(TextSpan span) => null;

    private sealed class EmptyMap : LayoutMap
    {
        public override ImmutableArray<PageBox> Boxes(TextSpan span) => [];
    }
}
