using System.Collections.Immutable;
using System.Text;
using NewsExtract.Readers.Pages.Arrangement;

namespace NewsExtract.Readers.Pages;

/// <summary>Makes a document of arranged pages: a line of text for each printed line, a form feed between pages.</summary>
internal static class DocumentComposer
{
    private const char PageBreak = '\f';

    /// <param name="diagnostics">Of the whole source; those of the pages are added with the page's span.</param>
    public static Document Compose(string id, DocumentSource source, IReadOnlyList<ArrangedPage> pages, ImmutableArray<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        var boxes = new List<Box>();
        var confidences = new List<float>();
        var lines = new List<PrintedLine>();
        var infos = ImmutableArray.CreateBuilder<Page>(pages.Count);
        var all = diagnostics.ToBuilder();
        var regions = 0;
        foreach (var page in pages)
        {
            if (infos.Count > 0)
            {
                Append(PageBreak);
            }

            var start = text.Length;
            var firstRegion = regions;
            foreach (var line in page.Lines)
            {
                var region = firstRegion + line.Region;
                regions = Math.Max(regions, region + 1);
                AppendLine(page.Content, line, region);
            }

            var span = new TextSpan(start, text.Length);
            infos.Add(page.Content.Turn.IsSideways
                ? new Page(page.Content.Number, span, page.Content.Height, page.Content.Width)
                : new Page(page.Content.Number, span, page.Content.Width, page.Content.Height));
            all.AddRange(page.Content.Diagnostics.Select(diagnostic => diagnostic with { Span = span.IsEmpty ? null : span }));
        }

        var isRead = pages.Any(page => page.Content.TextSource == PageTextSource.Ocr);
        return new Document
        {
            Id = id,
            SourceName = source.Name,
            Text = text.ToString(),
            Date = source.Date,
            Pages = infos.ToImmutable(),
            Layout = new PrintedLayout(
                [.. boxes],
                isRead ? [.. confidences] : null,
                [.. lines],
                [.. pages.SelectMany(page => page.Content.Pictures.Select(box => new PrintedPicture(page.Content.Number, box)))],
                [.. pages.SelectMany(page => page.Content.Rules.Select(box => new PrintedRule(page.Content.Number, box)))]),
            Diagnostics = all.ToImmutable(),
        };

        void Append(char character)
        {
            text.Append(character);
            boxes.Add(default);
            confidences.Add(1);
        }

        void AppendLine(PageContent content, ArrangedLine line, int region)
        {
            var start = text.Length;
            var bold = 0;
            var spacing = LineWriter.Spacing(content, line);
            for (var i = 0; i < line.Glyphs.Length; i++)
            {
                var glyph = content.Glyphs[line.Glyphs[i]];
                foreach (var blank in LineWriter.BlanksBefore(content, line, i, spacing))
                {
                    Append(blank);
                }

                bold += glyph.IsBold ? 1 : 0;
                var box = content.GlyphPlaces is { } places ? places[line.Glyphs[i]] : content.Turn.TurnBack(glyph.Box);
                foreach (var unit in glyph.Text)
                {
                    text.Append(unit);
                    boxes.Add(box);
                    confidences.Add(glyph.Confidence);
                }
            }

            lines.Add(new PrintedLine(new TextSpan(start, text.Length), content.Number, line.Box, line.Size, bold * 2 > line.Glyphs.Length, line.IsVertical, region, line.Role));
            Append('\n');
        }
    }
}
