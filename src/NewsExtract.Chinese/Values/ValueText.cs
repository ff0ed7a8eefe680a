using NewsExtract.Chinese.Normalization;
using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Values;

/// <summary>
/// A text as the scanners read it, and the way back: characters folded, without the blanks that are set within numbers and
/// dates (2019 年 10 月, 177.1 亿元, 7万 5千), full-width commas of thousands turned into plain ones.
/// </summary>
internal sealed class ValueText
{
    private readonly int[] _positions;

    /// <param name="source">As given.</param>
    public ValueText(string source)
    {
        var view = source.ToCharArray();
        FoldThousands(view);
        FoldThree(view);
        ViewFolding.Fold(view, Array.Exists(view, CharacterFolds.Default.IsTraditional));

        // 後天 alone does not show that a text is Traditional.
        view.AsSpan().Replace('後', '后');
        var positions = new int[view.Length];
        var length = 0;
        for (var i = 0; i < view.Length; i++)
        {
            if (IsBlank(view[i]) && length > 0)
            {
                var end = i;
                while (end < view.Length && IsBlank(view[end]))
                {
                    end++;
                }

                if (end < view.Length && IsSpread(view, positions, length, end))
                {
                    i = end - 1;
                    continue;
                }
            }

            positions[length++] = i;
        }

        _positions = positions[..length];
        Folded = string.Create(length, (view, positions), static (target, from) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = from.view[from.positions[i]];
            }
        });
        Surface = length == source.Length ? source : string.Create(length, (source, positions), static (target, from) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = from.source[from.positions[i]];
            }
        });
    }

    public string Folded { get; }

    /// <summary>The source's characters, one for each of <see cref="Folded"/>.</summary>
    public string Surface { get; }

    /// <summary>The span of the source that <paramref name="span"/>, not empty, of <see cref="Folded"/> stands for.</summary>
    public TextSpan MapBack(TextSpan span) => new(_positions[span.Start], _positions[span.End - 1] + 1);

    /// <summary>Whether a blank was left out before <paramref name="position"/> of <see cref="Folded"/>.</summary>
    public bool FollowsBlank(int position) => position > 0 && _positions[position] > _positions[position - 1] + 1;

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\u3000' or '\u00A0';

    // A blank between two digits parts two numbers; between a digit and a Chinese character, or a place and a digit, it is typesetting.
    private static bool IsSpread(char[] view, int[] positions, int length, int next)
    {
        char left = view[positions[length - 1]], right = view[next];
        if (left is '-' or '−' && length == 1)
        {
            // - 1,200 as a text of its own
            return NumeralCharacters.IsArabic(right);
        }

        // 20 - 100 ; 3 至 5
        if ((IsDigit(left) && IsRangeSign(right) && next + 1 < view.Length && IsBlank(view[next + 1])) || (IsDigit(right) && IsRangeSign(left) && length > 1 && IsDigit(view[positions[length - 2]])))
        {
            return true;
        }

        // 1 / 2
        if ((NumeralCharacters.IsArabic(left) && right == '/' && next + 2 < view.Length && IsBlank(view[next + 1]) && NumeralCharacters.IsArabic(view[next + 2]))
            || (left == '/' && NumeralCharacters.IsArabic(right) && length > 1 && NumeralCharacters.IsArabic(view[positions[length - 2]])))
        {
            return true;
        }

        if (IsDigit(left) && IsDigit(right))
        {
            return false;
        }

        return (IsPart(left) && (IsPart(right) || Characters.IsHan(right) || right is '%' or '‰'))
            || (IsPart(right) && (Characters.IsHan(left) || left is '¥' or '$' or '€' or '£'));
    }

    private static bool IsRangeSign(char character) => character is '-' or '–' or '—' or '~' or '～';

    private static bool IsPart(char character) => IsDigit(character) || NumeralCharacters.IsChineseNumeral(character) || character is '分' or '点';

    private static bool IsDigit(char character) => NumeralCharacters.IsArabic(character) || NumeralCharacters.ChineseDigit(character) >= 0;

    // ７，３２０ and 61，320.50 ; but 1，234 may be two numbers of a list.
    private static void FoldThousands(char[] view)
    {
        for (var i = 1; i + 3 < view.Length; i++)
        {
            if (view[i] == '，' && IsAnyDigit(view[i - 1]) && IsAnyDigit(view[i + 1]) && IsAnyDigit(view[i + 2]) && IsAnyDigit(view[i + 3])
                && (i + 4 >= view.Length || !IsAnyDigit(view[i + 4]))
                && (view[i + 1] > 'z' || (i + 5 < view.Length && view[i + 4] == '.' && IsAnyDigit(view[i + 5]))))
            {
                view[i] = ',';
            }
        }
    }

    // 參萬, 伍佰參拾 ; 參 is 参 elsewhere
    private static void FoldThree(char[] view)
    {
        for (var i = Array.IndexOf(view, '參'); i >= 0; i = Array.IndexOf(view, '參', i + 1))
        {
            if ((i > 0 && IsCapital(view[i - 1])) || (i + 1 < view.Length && IsCapital(view[i + 1])))
            {
                view[i] = '叁';
            }
        }
    }

    private static bool IsCapital(char character) => NumeralCharacters.IsCapital(character) || character is '貳' or '陸' or '萬' or '億' or '圓' or '點' or '零' or '負';

    private static bool IsAnyDigit(char character) => character is (>= '0' and <= '9') or (>= '０' and <= '９');
}
