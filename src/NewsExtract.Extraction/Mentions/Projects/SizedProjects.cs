using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Projects;

/// <summary>Projects that open with their yearly or daily output, whatever stands between: 年产12万吨冷冻食品项目, 年产八万吨聚丙烯装置.</summary>
internal static class SizedProjects
{
    private const int Longest = 32;
    private static readonly string[] s_openings = ["年产", "日产", "月产", "年处理", "日处理", "年加工", "日加工"];
    private static readonly string[] s_heads = ["项目", "装置", "生产线", "工程"];

    public static IEnumerable<TextSpan> Find(string text)
    {
        for (var at = 1; at < text.Length - 4; at++)
        {
            // 产, 处理 and 加工 all follow 年, 日 or 月.
            if (text[at] is not ('产' or '处' or '加') || text[at - 1] is not ('年' or '日' or '月'))
            {
                continue;
            }

            var start = at - 1;
            var opening = Opening(text, start);
            if (opening == 0 || !NameWordLexicon.IsNumeral(text[start + opening]))
            {
                continue;
            }

            var end = Head(text, start + opening);
            if (end > 0)
            {
                yield return new TextSpan(start, end);
            }
        }
    }

    private static int Opening(string text, int start)
    {
        foreach (var opening in s_openings)
        {
            if (text.AsSpan(start).StartsWith(opening, StringComparison.Ordinal) && start + opening.Length < text.Length)
            {
                return opening.Length;
            }
        }

        return 0;
    }

    /// <summary>End of the last head before a mark or 的; 项目 after 生产线 or 装置 included.</summary>
    private static int Head(string text, int start)
    {
        var end = 0;
        for (var i = start; i < Math.Min(text.Length, start + Longest); i++)
        {
            if (text[i] is '，' or '。' or '；' or '、' or '的' or '\n' or '：' or '！' or '《' or '”')
            {
                break;
            }

            if (end == i && end > 0 && !text.AsSpan(i).StartsWith("项目", StringComparison.Ordinal) && !text.AsSpan(i).StartsWith("工程", StringComparison.Ordinal))
            {
                break;
            }

            foreach (var head in s_heads)
            {
                if (text.AsSpan(i).StartsWith(head, StringComparison.Ordinal))
                {
                    end = i + head.Length;
                    i = end - 1;
                    break;
                }
            }
        }

        return end;
    }
}
