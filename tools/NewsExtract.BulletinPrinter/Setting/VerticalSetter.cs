using NewsExtract.BulletinPrinter.Bulletins;

namespace NewsExtract.BulletinPrinter.Setting;

/// <summary>Sets articles in vertical lines from right to left, in bands one under the other; heads stand before their text.</summary>
internal sealed class VerticalSetter(PageDesign design, Func<Sheet> newSheet)
{
    private const int Bands = 2;
    private const double BandGap = 20;
    private Sheet? _sheet;
    private int _band = Bands;
    private double _right;

    /// <summary>Sets an article after the last one.</summary>
    public void Add(PrintedArticle article)
    {
        foreach (var (text, style, indent) in Blocks(article))
        {
            foreach (var line in Break(text, (int)Math.Floor(Extent / style.Size) - 1, indent))
            {
                if (_sheet is null || _right - style.Leading < design.SideMargin)
                {
                    NextBand();
                }

                Add(line, style, ReferenceEquals(style, design.Body) ? 0 : style.Size);
            }
        }

        _right -= 2 * design.Body.Leading;
    }

    private double Extent => (design.Height - design.TopMargin - design.BottomMargin - (Bands - 1) * BandGap) / Bands;

    private IEnumerable<(string Text, TypeStyle Style, int Indent)> Blocks(PrintedArticle article)
    {
        (string? Text, TypeStyle Style, int Indent)[] head = [(article.Kicker, design.Subhead, 0), (article.Headline, design.Headline, 0), (article.Subhead, design.Subhead, 0), (article.Byline, design.Byline, 0)];
        return head.Where(part => part.Text is not null).Select(part => (part.Text!, part.Style, part.Indent))
            .Concat(article.Body.Select(block => (block.Text, block.Kind == BodyKind.Section ? design.Section : design.Body, 2)));
    }

    // A line ends early rather than let a mark that opens none begin the next.
    private static IEnumerable<string> Break(string text, int length, int indent)
    {
        const string NoStart = "。，、；：？！”’）》」』】";
        var rest = new string('　', indent) + text;
        while (rest.Length > length)
        {
            var end = length;
            while (end > 1 && NoStart.Contains(rest[end], StringComparison.Ordinal))
            {
                end--;
            }

            yield return rest[..end];
            rest = rest[end..];
        }

        yield return rest;
    }

    private void NextBand()
    {
        if (++_band >= Bands)
        {
            (_sheet, _band) = (newSheet(), 0);
        }

        _right = design.Width - design.SideMargin;
    }

    private void Add(string text, TypeStyle style, double lowered)
    {
        var top = design.TopMargin + _band * (Extent + BandGap) + lowered;
        var glyphs = new List<PlacedGlyph>();
        foreach (var character in text.EnumerateRunes())
        {
            if (character.Value != '　')
            {
                glyphs.Add(new PlacedGlyph(character, style.FaceFor(character), _right - (style.Leading + style.Size) / 2, top + 0.88 * style.Size, style.Size, style.Size));
            }

            top += style.Size;
        }

        _right -= style.Leading;
        _sheet!.Lines.Add(new PlacedLine(glyphs, Vertical: true));
    }
}
