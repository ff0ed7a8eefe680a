using System.Collections.Immutable;
using System.Globalization;

namespace NewsExtract.Storage.Export.JsonLd;

/// <summary>
/// Where something stands, as the Web Annotation Data Model says it: in the text by the number of characters before it and by the words
/// around it, on a page by a rectangle.
/// </summary>
/// <param name="text">The text in which spans count; <c>null</c> when it is not kept.</param>
/// <param name="pages">Width and height of each page in points.</param>
internal sealed class SourceText(string? text, ImmutableDictionary<int, (double Width, double Height)> pages)
{
    /// <summary>UTF-16 units of text before and behind a quote, as the model's examples have them or a few more.</summary>
    private const int Around = 32;

    // Where the second halves of surrogate pairs stand: the model counts characters where records count UTF-16 units.
    private readonly ImmutableArray<int> _seconds = FindSeconds(text ?? "");

    /// <summary>The text itself with what stands around it; <c>null</c> when the text is not kept, or is not that which the span counts in.</summary>
    public (string Exact, string Prefix, string Suffix)? Quote(TextSpan span)
    {
        if (text is null || span.End > text.Length)
        {
            return null;
        }

        var from = Math.Max(span.Start - Around, 0);
        var to = Math.Min(span.End + Around, text.Length);
        return (text[span.Start..span.End], text[(char.IsLowSurrogate(text[from]) ? from + 1 : from)..span.Start], text[span.End..(to < text.Length && char.IsLowSurrogate(text[to]) ? to - 1 : to)]);
    }

    /// <summary>Characters (code points) before a place that is given in UTF-16 units.</summary>
    public int Characters(int units)
    {
        var found = _seconds.BinarySearch(units);
        return units - (found < 0 ? ~found : found);
    }

    /// <summary>
    /// <c>page=2&amp;xywh=percent:10.5,20,33,1.5</c>: Media Fragments' rectangle, from the upper left corner in hundredths of the page, since
    /// a page has no pixels; and the page as RFC 8118 writes it.
    /// </summary>
    /// <returns><c>null</c> when the size of the page is not known.</returns>
    public string? Fragment(PageBox box)
    {
        if (!pages.TryGetValue(box.Page, out var page) || page.Width <= 0 || page.Height <= 0)
        {
            return null;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"page={box.Page}&xywh=percent:{Share(box.Left, page.Width)},{Share(page.Height - box.Top, page.Height)},{Share(box.Right - box.Left, page.Width)},{Share(box.Top - box.Bottom, page.Height)}");
    }

    private static ImmutableArray<int> FindSeconds(string text) => [.. Enumerable.Range(0, text.Length).Where(at => char.IsLowSurrogate(text[at]))];

    private static double Share(double part, double whole) => Math.Round(part * 100 / whole, 3);
}
