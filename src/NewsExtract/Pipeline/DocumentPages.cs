using System.Collections.Immutable;
using NewsExtract.Readers.Pages;

namespace NewsExtract;

/// <summary>A printed line of a page.</summary>
/// <param name="Span">In the document's text.</param>
/// <param name="Boxes">One, but for lines without a character that has a place.</param>
/// <param name="Size">Type size in points.</param>
/// <param name="Role">text, furniture, caption or tablerow.</param>
/// <param name="Region">Lines of one column, box or table have one number; numbers rise in reading order.</param>
public sealed record PageLine(TextSpan Span, ImmutableArray<PageBox> Boxes, double Size, bool IsBold, bool IsVertical, string Role, int Region);

/// <summary>A page of a document as it was read: its lines in reading order, and where its pictures stand.</summary>
/// <param name="IsRead">Its text was read off its picture by OCR.</param>
public sealed record PageView(Page Page, ImmutableArray<PageLine> Lines, ImmutableArray<PageBox> Pictures, bool IsRead)
{
    /// <summary>The pages of a paged document; empty for text, HTML and Word files.</summary>
    public static ImmutableArray<PageView> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Layout is PrintedLayout layout ? [.. document.Pages.Select(page => ToView(page, layout))] : [];
    }

    private static PageView ToView(Page page, PrintedLayout layout)
    {
        var lines = ImmutableArray.CreateBuilder<PageLine>();
        for (var i = layout.LineAt(page.Span.Start); i < layout.Lines.Length && layout.Lines[i].Page == page.Number; i++)
        {
            var line = layout.Lines[i];
            lines.Add(new PageLine(line.Span, layout.Boxes(line.Span), line.Size, line.IsBold, line.IsVertical, line.Role.ToString().ToLowerInvariant(), line.Region));
        }

        var pictures = layout.Pictures.Where(picture => picture.Page == page.Number).Select(picture => picture.Box.On(page.Number));
        return new PageView(page, lines.ToImmutable(), [.. pictures], !page.Span.IsEmpty && layout.Confidence(page.Span) is not null);
    }
}
