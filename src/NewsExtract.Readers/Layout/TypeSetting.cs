namespace NewsExtract.Readers.Layout;

/// <summary>How much the type of a line stands out from the text around it.</summary>
internal enum TypeLevel
{
    /// <summary>Set like the text.</summary>
    Plain,

    /// <summary>A little larger, heavier or centred: a section heading, a kicker or a subhead.</summary>
    Heading,

    /// <summary>As large as headlines are.</summary>
    Display,
}

/// <summary>How a unit was set in print. Lengths in points along the line (<c>Start</c>, <c>End</c>) and from line to line (<c>Near</c>, <c>Far</c>).</summary>
/// <param name="Page">1-based; of the first line.</param>
/// <param name="Size">Type size in points.</param>
/// <param name="Indent">Distance of the first line from the edge of its column, in ems.</param>
/// <param name="Slack">Distance of the last line's end from the edge of its column, in ems.</param>
/// <param name="Start">Where the first line begins.</param>
/// <param name="End">Where the longest line ends.</param>
/// <param name="Near">Where the first line stands; rises in reading order.</param>
/// <param name="Far">Where the last line ends in the same measure.</param>
internal sealed record TypeSetting(int Page, float Size, bool IsBold, float Indent, float Slack, float Start, float End, float Near, float Far)
{
    private const float LeastIndent = 1.2f;
    private const float SameSize = 0.92f;

    public TypeLevel Level { get; init; }

    /// <summary>Smaller than the text: a note, a caption, a running head.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Text beside or below it shows how wide its column is; if not, <see cref="Slack"/> is that to the longest line of its own size.</summary>
    public bool IsColumnKnown { get; init; }

    /// <summary>A paragraph breaks off above it and goes on below it.</summary>
    public bool IsInset { get; init; }

    /// <summary>The first line stands in like that of a paragraph.</summary>
    public bool IsIndented => Indent >= LeastIndent;

    public bool IsAsLargeAs(TypeSetting other) => Math.Min(Size, other.Size) >= Math.Max(Size, other.Size) * SameSize;

    /// <summary>Whether both are set about the same axis, as headlines and what stands above and below them are.</summary>
    public bool IsCentredOn(TypeSetting other) => Math.Abs(Start + End - other.Start - other.End) <= Math.Max(Size, other.Size) * 2;

    /// <summary>Whether <paramref name="next"/> stands right below on the same page.</summary>
    public bool IsRightAbove(TypeSetting next) =>
        next.Page == Page && next.Near > Near && next.Near - Far <= Math.Max(Size, next.Size) * 2.5f && Math.Min(End, next.End) > Math.Max(Start, next.Start);

    /// <summary>Whether two lines that stand out belong to one header: kicker and headline, headline and subhead.</summary>
    public bool StandsWith(TypeSetting next)
    {
        if (!IsRightAbove(next))
        {
            return false;
        }

        var (large, small) = Size >= next.Size ? (this, next) : (next, this);
        return large.Level != TypeLevel.Display || small.Level == TypeLevel.Display || large.IsCentredOn(small)
            || (small.Level == TypeLevel.Heading && Math.Abs(Start - next.Start) <= small.Size && small.Size * 1.25f < large.Size && !small.IsBold);
    }
}
