using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Organizations;

/// <summary>Firms by short names in a list that says what they are: 泓岳新材、汾源动力等7家企业.</summary>
internal static class ListedFirms
{
    private static readonly string[] s_classes = ["企业", "链主企业", "“链主”企业", "龙头企业", "骨干企业", "重点企业", "知名企业", "上市公司", "领军企业", "头部企业"];

    private static readonly string[] s_kinds = ["企业", "公司", "业者", "厂商", "厂家", "金融机构", "银行", "外资机构", "上下游"];

    public static IEnumerable<TextSpan> Find(NameWords words)
    {
        var text = words.Text;
        for (var mark = text.IndexOf('等'); mark >= 0; mark = text.IndexOf('等', mark + 1))
        {
            var isCounted = CountsFirms(text, mark + 1);
            if (!isCounted && !NamesFirms(text, mark + 1))
            {
                continue;
            }

            for (var end = mark; end > 0;)
            {
                var walk = LeftWalk.From(words, end, Crossing.Ordinals);
                var start = NameShape.TrimStart(words, walk.Start, end);
                var shape = NameShape.Of(words, start, end);
                if (shape.Length is < 2 or > 24 || !(shape.Has(WordTraits.Unknown) || (isCounted && shape.Specific > 0 && shape.Length >= 3)) || shape.Has(WordTraits.Number))
                {
                    break;
                }

                yield return new TextSpan(start, end);
                if (start < 2 || text[start - 1] is not ('、' or '和' or '与' or '及'))
                {
                    break;
                }

                end = start - 1;
            }
        }
    }

    /// <summary>等|链主企业, 等|龙头企业.</summary>
    private static bool NamesFirms(string text, int position)
    {
        foreach (var kind in s_classes)
        {
            if (text.AsSpan(position).StartsWith(kind, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>等|7家上下游企业.</summary>
    private static bool CountsFirms(string text, int position)
    {
        var end = position;
        while (end < text.Length && end - position < 6 && (char.IsAsciiDigit(text[end]) || NameWordLexicon.IsNumeral(text[end]) || text[end] is '多' or '余'))
        {
            end++;
        }

        if (end == position || end >= text.Length || text[end] != '家')
        {
            return false;
        }

        var rest = text.AsSpan(end + 1, Math.Min(8, text.Length - end - 1));
        foreach (var kind in s_kinds)
        {
            if (rest.IndexOf(kind, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
