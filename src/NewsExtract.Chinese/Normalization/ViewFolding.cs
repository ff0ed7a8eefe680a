namespace NewsExtract.Chinese.Normalization;

/// <summary>Folds the characters of a block in place, one for one.</summary>
internal static class ViewFolding
{
    public static void Fold(Span<char> text, bool isTraditional)
    {
        var folds = CharacterFolds.Default;
        for (var i = 0; i < text.Length; i++)
        {
            if (isTraditional)
            {
                var length = folds.FindPhrase(text, i, out var target);
                if (length > 0)
                {
                    target.CopyTo(text[i..]);
                    i += length - 1;
                    continue;
                }
            }

            text[i] = isTraditional ? folds.FoldTraditional(text[i]) : folds.Fold(text[i]);
        }

        FoldPunctuation(text);
    }

    // Typists' half-width marks between Chinese characters: 项目(二期),共3个: 李明说:"好"
    private static void FoldPunctuation(Span<char> text)
    {
        var quoteIsOpen = false;
        for (var i = 0; i < text.Length; i++)
        {
            var before = i > 0 ? text[i - 1] : '\0';
            var after = i + 1 < text.Length ? text[i + 1] : '\0';
            switch (text[i])
            {
                case '"' or '＂':
                    text[i] = quoteIsOpen ? '”' : '“';
                    quoteIsOpen = !quoteIsOpen;
                    break;
                case ',' when !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) && IsChinese(before, after):
                    text[i] = '，';
                    break;
                case ':' when !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) && IsChinese(before, after):
                    text[i] = '：';
                    break;
                case ';' when IsChinese(before, after):
                    text[i] = '；';
                    break;
                case '?' when IsChinese(before, after):
                    text[i] = '？';
                    break;
                case '!' when IsChinese(before, after):
                    text[i] = '！';
                    break;
                case '(' when IsChinese(before, after):
                    text[i] = '（';
                    break;
                case ')' when IsChinese(before, after):
                    text[i] = '）';
                    break;
                case '○' or 'Ｏ' when Characters.IsChineseDigit(before) || Characters.IsChineseDigit(after):
                    // 二○二三年
                    text[i] = '〇';
                    break;
                case '.' when Characters.IsHan(before) && Characters.IsHan(after):
                    // 阿不都．热合曼, folded from its full-width dot
                    text[i] = '·';
                    break;
            }
        }
    }

    private static bool IsChinese(char before, char after) =>
        Characters.IsHan(before) || Characters.IsHan(after) || IsChineseMark(before) || IsChineseMark(after);

    private static bool IsChineseMark(char character) => character is '”' or '“' or '》' or '《' or '）' or '（' or '。' or '，' or '、' or '；' or '：';
}
