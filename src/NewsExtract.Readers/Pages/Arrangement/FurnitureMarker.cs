using System.Text;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Marks running heads and feet: lines apart at the edge of a page that say what such lines say, or that several pages have.</summary>
internal static class FurnitureMarker
{
    // Running heads of facing pages take turns, so two in a short document and three in a longer one.
    private const int LongDocument = 4;
    private const int LongestHead = 60;

    public static void Mark(List<ArrangedPage> pages, List<PageEdgeLines> edges)
    {
        var seen = new Dictionary<(string Text, bool IsHead), int>();
        var texts = new List<(ArrangedLine Line, string Text, bool IsHead)>();
        var text = new StringBuilder();
        for (var i = 0; i < pages.Count; i++)
        {
            var lines = pages[i].Lines;
            for (var j = 0; j < lines.Count; j++)
            {
                if (j == edges[i].HeadEnd)
                {
                    j = Math.Max(j, edges[i].FootStart);
                    if (j >= lines.Count)
                    {
                        break;
                    }
                }

                var line = lines[j];
                if (line.Glyphs.Length > LongestHead)
                {
                    continue;
                }

                text.Clear();
                LineWriter.Write(text, pages[i].Content, line);
                var printed = text.ToString();
                if (FurnitureReader.Read(printed, new TextSpan(0, printed.Length)) is not null)
                {
                    line.Role = LineRole.Furniture;
                }

                var masked = Mask(text);
                var isHead = j < edges[i].HeadEnd;
                texts.Add((line, masked, isHead));
                seen[(masked, isHead)] = seen.GetValueOrDefault((masked, isHead)) + 1;
            }
        }

        var least = pages.Count < LongDocument ? 2 : 3;
        foreach (var (line, masked, isHead) in texts)
        {
            if (seen[(masked, isHead)] >= least)
            {
                line.Role = LineRole.Furniture;
            }
        }
    }

    private static string Mask(StringBuilder text)
    {
        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
            {
                masked.Append(char.IsDigit(text[i]) ? '0' : text[i]);
            }
        }

        return masked.ToString();
    }
}
