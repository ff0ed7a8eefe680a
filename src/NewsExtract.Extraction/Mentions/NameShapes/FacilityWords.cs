namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>What makes a 中心 a building rather than a body.</summary>
internal static class FacilityWords
{
    private static readonly string[] s_uses =
        ["文化", "体育", "会展", "展览", "会议", "行政", "办公", "活动", "艺术", "博览", "游客", "购物", "商业", "物流", "奥体", "健身", "娱乐", "货柜", "展销", "设计", "航展", "演艺", "贸易", "金融", "商务"];

    public static bool EndsBefore(ReadOnlySpan<char> text, int end)
    {
        foreach (var use in s_uses)
        {
            if (text[..end].EndsWith(use, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
