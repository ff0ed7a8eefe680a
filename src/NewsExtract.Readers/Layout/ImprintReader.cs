namespace NewsExtract.Readers.Layout;

/// <summary>Reads the line below a headline on the web: 发布时间：2024-03-05 09:30　来源：江州日报　作者：张三　浏览次数：12.</summary>
internal static class ImprintReader
{
    private const int LongestValue = 30;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    /// <summary>Sets kind, source, date and authors; a line that says nothing of the kind is furniture.</summary>
    public static void Read(TextUnit unit, LineText line)
    {
        unit.Kind = UnitKind.Head;
        unit.Opening = null;
        unit.Source = unit.Source is { } named && s_lexicon.PaperEndings.AtEnd(named) > 0 ? named : null;
        unit.Date = FindDate(unit, line) ?? unit.Date;
        for (var i = 0; i < line.Head.Length;)
        {
            var label = s_lexicon.ImprintLabels.AtStart(line.Head[i..]);
            if (label == 0)
            {
                i++;
                continue;
            }

            var name = line.Head.Slice(i, label).TrimEnd(":");
            var start = i + label;
            i = ValueEnd(line, start);
            if (i - start is < 2 or > LongestValue)
            {
                continue;
            }

            if (s_lexicon.ImprintSources.Contains(name))
            {
                unit.Source ??= line.Source[line.HeadOffset(start)..(line.HeadOffset(i - 1) + 1)].Trim('《', '》', '"');
            }
            else if (s_lexicon.AuthorRoles.Contains(name)
                && CreditReader.Read(line.Source, new TextSpan(line.HeadOffset(start), line.HeadOffset(i - 1) + 1)) is { } credits)
            {
                unit.Kind = UnitKind.Byline;
                unit.Authors = [.. unit.Authors, .. credits.Credits.Where(credit => credit.Role == CreditRole.Author).Select(credit => credit.Name)];
            }
        }
    }

    // 2024-03-05 09:30: the blank parts day and hour; that of 2024 年 3 月 parts nothing.
    private static PartialDate? FindDate(TextUnit unit, LineText line)
    {
        var span = unit.Pieces[0];
        var text = string.Concat(span.Of(line.Source)[..Math.Min(span.Length, LineText.HeadLimit)].ToString().Select(Glyphs.Fold));
        return DateReader.Find(text) ?? DateReader.Find(line.Head);
    }

    // To the next label, bar or bracket; a blank ends a value unless a name goes on (张三 李四).
    private static int ValueEnd(LineText line, int start)
    {
        var end = start;
        while (end < line.Head.Length && line.Head[end] is not ('|' or '│' or '[' or '【' or '(') && s_lexicon.ImprintLabels.AtStart(line.Head[end..]) == 0
            && !(end > start && line.IsBlankBefore(end) && (char.IsAsciiDigit(line.Head[end]) || end - start > 3)))
        {
            end++;
        }

        return end;
    }
}
