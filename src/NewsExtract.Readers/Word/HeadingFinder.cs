using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Word;

/// <summary>Gives headings their levels: by style and outline level where there are such, else by size, weight and place.</summary>
internal static class HeadingFinder
{
    private const int LongestHeading = 60;
    private const double LargeRatio = 1.15;
    private const int SubtitleLevel = 4;

    public static IEnumerable<DraftLine> Mark(List<WordParagraph> paragraphs)
    {
        var body = BodySize(paragraphs);
        var styled = paragraphs.Where(paragraph => WordStyles.HeadingLevel(paragraph.Style) > 0 && paragraph.Kind != WordParagraphKind.Furniture).ToList();
        var largest = styled.Select(paragraph => paragraph.Size).DefaultIfEmpty(0).Max();
        var sizes = paragraphs.Where(paragraph => IsLarge(paragraph, body)).Select(paragraph => paragraph.Size).Distinct().OrderDescending().ToList();
        foreach (var paragraph in paragraphs)
        {
            var level = WordStyles.HeadingLevel(paragraph.Style);
            if (level == 0 && IsShort(paragraph))
            {
                level = styled.Count > 0
                    ? IsLarge(paragraph, body) && paragraph.Size >= largest ? 1 : 0
                    : IsLarge(paragraph, body) ? Math.Min(sizes.IndexOf(paragraph.Size) + 1, MarkedOutline.BoldLevel - 2)
                    : paragraph is { IsBold: true, IsCentred: true } ? MarkedOutline.BoldLevel - 1
                    : paragraph.IsBold ? MarkedOutline.BoldLevel : 0;
            }

            var mark = paragraph.Kind switch
            {
                WordParagraphKind.Furniture => LineMark.Furniture,
                WordParagraphKind.TableRow => LineMark.TableRow,
                WordParagraphKind.Note => LineMark.ListItem,
                _ when WordStyles.IsCaption(paragraph.Style) => LineMark.Caption,
                _ when WordStyles.IsSubtitle(paragraph.Style) => LineMark.Subhead,
                _ when level > 0 && paragraph.Text.Length <= LongestHeading * 2 => LineMark.Heading,
                WordParagraphKind.ListItem => LineMark.ListItem,
                _ => LineMark.Paragraph,
            };
            level = mark switch
            {
                LineMark.Heading => level,
                LineMark.Subhead => SubtitleLevel,
                _ => 0,
            };
            foreach (var line in MarkedText.SplitSoftBreaks(paragraph.Text, keepsTogether: level > 0))
            {
                yield return new DraftLine(line, mark) { Level = level, BlankLines = paragraph.EmptyBefore };
            }
        }
    }

    private static bool IsShort(WordParagraph paragraph) =>
        paragraph.Kind == WordParagraphKind.Text && paragraph.Text.Length <= LongestHeading && paragraph.Text.AsSpan().TrimEnd() is [.., not ('。' or '；' or '：' or '，')];

    private static bool IsLarge(WordParagraph paragraph, int body) => IsShort(paragraph) && paragraph.Size >= body * LargeRatio;

    // Of most characters in paragraphs of sentences.
    private static int BodySize(List<WordParagraph> paragraphs) => paragraphs
        .Where(paragraph => paragraph.Kind is WordParagraphKind.Text or WordParagraphKind.ListItem && !IsShort(paragraph))
        .GroupBy(paragraph => paragraph.Size)
        .OrderByDescending(group => group.Sum(paragraph => paragraph.Text.Length))
        .ThenBy(group => group.Key)
        .Select(group => group.Key)
        .FirstOrDefault(int.MaxValue);
}
