namespace NewsExtract.Learning.Neural;

/// <summary>Cuts a text for the network: at lines, behind 。！？； and what closes there, and long ones at commas.</summary>
internal static class LacSentences
{
    /// <summary>Units of a piece; a sentence above it is cut, since one long sentence alone is slow.</summary>
    public const int LongestPiece = 128;

    /// <summary>Pieces in order, none empty, without blanks around them; line breaks are in none.</summary>
    public static List<TextSpan> Cut(ReadOnlySpan<char> text)
    {
        var pieces = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                Add(text, start, i, pieces);
                start = i + 1;
            }
            else if (IsStop(text[i]))
            {
                // “…做不成。”董事长说： the closing quote belongs to what it closes.
                while (i + 1 < text.Length && (IsStop(text[i + 1]) || text[i + 1] is '”' or '’' or '）' or ')' or '》' or '】' or '」' or '』'))
                {
                    i++;
                }

                Add(text, start, i + 1, pieces);
                start = i + 1;
            }
        }

        Add(text, start, text.Length, pieces);
        return pieces;
    }

    private static bool IsStop(char unit) => unit is '。' or '！' or '？' or '；' or '!' or '?' or ';';

    private static void Add(ReadOnlySpan<char> text, int start, int end, List<TextSpan> pieces)
    {
        while (end - start > LongestPiece)
        {
            // At the last comma of the reach, else at its end, but within no surrogate pair.
            var comma = text.Slice(start, LongestPiece).LastIndexOfAny("，、,：:");
            var cut = comma >= LongestPiece / 2 ? start + comma + 1 : start + LongestPiece;
            cut -= char.IsSurrogatePair(text[cut - 1], text[cut]) ? 1 : 0;
            AddTrimmed(text, start, cut, pieces);
            start = cut;
        }

        AddTrimmed(text, start, end, pieces);
    }

    private static void AddTrimmed(ReadOnlySpan<char> text, int start, int end, List<TextSpan> pieces)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            pieces.Add(new TextSpan(start, end));
        }
    }

    private static bool IsBlank(char unit) => unit is ' ' or '\t' or '\u3000';
}
