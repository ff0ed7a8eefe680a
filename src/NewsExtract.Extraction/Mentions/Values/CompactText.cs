namespace NewsExtract.Extraction.Mentions.Values;

/// <summary>
/// A text without the blanks that some papers set between digits and Chinese characters (2019 年 10 月, 177.1 亿元), and
/// the way back. The text itself where it has none.
/// </summary>
internal readonly struct CompactText
{
    private readonly int[]? _positions;

    private CompactText(string text, int[]? positions)
    {
        Text = text;
        _positions = positions;
    }

    public string Text { get; }

    public static CompactText Of(string text)
    {
        if (!HasSpread(text, 0, out _))
        {
            return new CompactText(text, null);
        }

        var characters = new char[text.Length];
        var positions = new int[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsSpread(text, i))
            {
                characters[length] = text[i];
                positions[length++] = i;
            }
        }

        return new CompactText(new string(characters, 0, length), positions);
    }

    /// <summary>The span of the full text that <paramref name="span"/>, not empty, of <see cref="Text"/> stands for.</summary>
    public TextSpan MapBack(TextSpan span) =>
        _positions is null ? span : new TextSpan(_positions[span.Start], _positions[span.End - 1] + 1);

    private static bool HasSpread(string text, int start, out int position)
    {
        for (position = text.IndexOf(' ', start); position >= 0; position = text.IndexOf(' ', position + 1))
        {
            if (IsSpread(text, position))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpread(string text, int position) =>
        text[position] == ' ' && position > 0 && position + 1 < text.Length
        && ((char.IsAsciiDigit(text[position - 1]) && IsPart(text[position + 1])) || (IsPart(text[position - 1]) && char.IsAsciiDigit(text[position + 1])));

    // Characters of numbers, units and dates; a blank before any other parts two things (第1版 12月, 摄影 3).
    private static bool IsPart(char character) =>
        character is '年' or '月' or '日' or '时' or '分' or '亿' or '万' or '千' or '百' or '元' or '美' or '港' or '欧' or '币' or '约' or '近' or '超' or '逾' or '过' or '达' or '于' or '在'
            or '个' or '家' or '人' or '名' or '项' or '吨' or '亩' or '公' or '平' or '米' or '台' or '辆' or '户' or '条' or '座' or '件' or '倍' or '多' or '余' or '至' or '到' or '第' or '季' or '度'
            or '天' or '小' or '岁' or '种' or '次' or '位' or '所' or '套' or '张' or '只' or '头' or '批' or '场' or '处' or '间' or '层' or '股' or '千' or '兆' or '毫' or '厘' or '立' or '周' or '昨' or '今' or '去' or '%';
}
