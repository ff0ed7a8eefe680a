using System.Collections.Immutable;

namespace NewsExtract.Readers.Pages;

/// <summary>A line of <see cref="Document.Text"/> as printed.</summary>
/// <param name="Span">Without the line end.</param>
/// <param name="Page">1-based.</param>
/// <param name="Box">On the page turned so that its text is upright.</param>
/// <param name="Size">The size of most of its characters in points.</param>
/// <param name="IsBold">Most of its characters are.</param>
/// <param name="Region">Lines of one column, box or table have one number; numbers rise in reading order through the whole document.</param>
internal sealed record PrintedLine(TextSpan Span, int Page, Box Box, float Size, bool IsBold, bool IsVertical, int Region, LineRole Role);

/// <summary>A picture on a page; <paramref name="Page"/> is 1-based.</summary>
internal readonly record struct PrintedPicture(int Page, Box Box);

/// <summary>A drawn line on a page; <paramref name="Page"/> is 1-based.</summary>
internal readonly record struct PrintedRule(int Page, Box Box);

/// <summary>Where every character of a paged document stands, and how its lines were set. Immutable, by convention: nobody writes to the arrays.</summary>
internal sealed class PrintedLayout : LayoutMap
{
    private readonly Box[] _boxes;
    private readonly float[]? _confidences;

    /// <param name="boxes">For each unit of the text its em box; made-up blanks and line ends have an empty one.</param>
    /// <param name="confidences">For each unit its OCR confidence; <c>null</c> when no page was read by OCR.</param>
    /// <param name="lines">In reading order, that is by span.</param>
    public PrintedLayout(Box[] boxes, float[]? confidences, PrintedLine[] lines, PrintedPicture[] pictures, PrintedRule[] rules)
    {
        _boxes = boxes;
        _confidences = confidences;
        Lines = lines;
        Pictures = pictures;
        Rules = rules;
    }

    public PrintedLine[] Lines { get; }

    public PrintedPicture[] Pictures { get; }

    public PrintedRule[] Rules { get; }

    public ReadOnlySpan<Box> CharacterBoxes => _boxes;

    public ReadOnlySpan<float> Confidences => _confidences;

    /// <inheritdoc/>
    public override ImmutableArray<PageBox> Boxes(TextSpan span)
    {
        var boxes = ImmutableArray.CreateBuilder<PageBox>();
        for (var index = LineAt(span.Start); index < Lines.Length && Lines[index].Span.Start < span.End; index++)
        {
            var line = Lines[index];
            Box? union = null;
            for (var i = Math.Max(span.Start, line.Span.Start); i < Math.Min(span.End, line.Span.End); i++)
            {
                if (_boxes[i] != default)
                {
                    union = union is { } box ? box.Union(_boxes[i]) : _boxes[i];
                }
            }

            if (union is { } found)
            {
                boxes.Add(found.On(line.Page));
            }
        }

        return boxes.ToImmutable();
    }

    /// <inheritdoc/>
    public override double? Confidence(TextSpan span)
    {
        if (_confidences is null)
        {
            return null;
        }

        var least = float.PositiveInfinity;
        for (var i = span.Start; i < span.End; i++)
        {
            if (_boxes[i] != default)
            {
                least = Math.Min(least, _confidences[i]);
            }
        }

        return least < 1 ? least : null;
    }

    /// <summary>Index of the first line that ends after <paramref name="position"/>.</summary>
    public int LineAt(int position)
    {
        int low = 0, high = Lines.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Lines[middle].Span.End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
