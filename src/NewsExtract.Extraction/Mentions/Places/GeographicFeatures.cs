namespace NewsExtract.Extraction.Mentions.Places;

/// <summary>
/// Rivers, mountains, bays and streets that no list has, by their last character and by what stands beside them:
/// 流入栗水河, 桑沟湾海面, 石岐街道孙文西路.
/// </summary>
internal sealed class GeographicFeatures(string text, TokenMap tokens)
{
    private const int MaxLength = 5;

    private static readonly string[] s_suffixes = ["半岛", "海峡", "草原", "平原", "盆地", "山脉", "湿地", "沙漠", "河", "江", "湖", "湾", "山", "岛", "溪"];
    private static readonly string[] s_streets = ["大道", "大街", "路", "街"];
    private static readonly string[] s_before = ["流入", "汇入", "翻越", "穿越", "横跨", "跨越", "横穿", "登上", "沿着", "俯瞰", "地处", "毗邻", "濒临", "注入"];

    private static readonly string[] s_after =
        ["水质", "水位", "水域", "水面", "沿岸", "沿线", "周边", "两岸", "岸边", "流域", "海面", "海域", "干流", "支流", "上游", "中游", "下游", "入海口", "畔", "脚下", "山麓", "麓", "南麓", "北麓", "腹地", "深处"];

    /// <summary>Length of the name at <paramref name="start"/>, 0 when there is none.</summary>
    /// <param name="behindPlace">A place ends right before it.</param>
    public int LengthAt(int start, bool behindPlace)
    {
        if (!behindPlace && start > 0 && IsHan(text[start - 1]) && !tokens.IsBreak(start))
        {
            return 0;
        }

        // 首届海峡两岸, 三条河沿岸
        if (tokens.At(start) is { Tag: ['m' or 'q' or 'r' or 't', ..] } or { Tag: ['v' or 'd' or 'p' or 'c', ..], Span.Length: > 1 })
        {
            return 0;
        }

        for (var i = start + 1; i < text.Length && i - start <= MaxLength && IsHan(text[i]); i++)
        {
            var end = Ends(s_suffixes, i);
            if (end > 0 && !IsWord(start, end) && (Stands(s_after, end) || StandsBefore(start)))
            {
                return end - start;
            }

            end = i - start > 1 && behindPlace ? Ends(s_streets, i) : 0;
            if (end > 0 && !IsWord(start, end) && (end == text.Length || !IsHan(text[end]) || text[end] is '上' or '与' or '和') && text[i - 1] is not ('公' or '铁' or '道' or '线' or '思' or '丝' or '速' or '网'))
            {
                return end - start;
            }

            if (tokens.At(i) is { Tag: { Length: > 0 } tag } word && word.Span.Start == i && tag[0] is 'v' or 'p' or 'u' or 'c' or 'd')
            {
                return 0;
            }
        }

        return 0;
    }

    private int Ends(string[] suffixes, int position)
    {
        foreach (var suffix in suffixes)
        {
            if (text.AsSpan(position).StartsWith(suffix, StringComparison.Ordinal))
            {
                return position + suffix.Length;
            }
        }

        return 0;
    }

    private bool Stands(string[] words, int position)
    {
        foreach (var word in words)
        {
            if (text.AsSpan(position).StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool StandsBefore(int start)
    {
        foreach (var word in s_before)
        {
            if (text.AsSpan(0, start).EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>小河, 江河, 大山: a common noun.</summary>
    private bool IsWord(int start, int end) =>
        tokens.Exactly(start, end) is { Tag: { Length: > 0 } tag } && !tag.StartsWith("ns", StringComparison.Ordinal) && !tag.StartsWith("nr", StringComparison.Ordinal);

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
