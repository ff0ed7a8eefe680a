namespace NewsExtract.Chinese.Segmentation;

/// <summary>The character classes of the original's patterns, re_han_default and re_skip.</summary>
internal static class WordCharacters
{
    private const ulong Digits = 0x03FF_0000_0000_0000;
    private const ulong Letters = 0x07FF_FFFE_07FF_FFFE;

    // # % & + - . in the low half, _ in the high half.
    private const ulong LowSigns = (1UL << '#') | (1UL << '%') | (1UL << '&') | (1UL << '+') | (1UL << '-') | (1UL << '.');
    private const ulong HighSigns = 1UL << ('_' - 64);

    public static bool IsHan(char character) => character is >= SegmentationFormat.FirstHan and <= SegmentationFormat.LastHan;

    public static bool IsDigit(char character) => character is >= '0' and <= '9';

    public static bool IsLetterOrDigit(char character) =>
        character < 64 ? (Digits >> character & 1) != 0 : character < 128 && (Letters >> (character - 64) & 1) != 0;

    /// <summary>Whether the character belongs to a block that the dictionary cuts: Han, Latin, digits and <c>+#&amp;._%-</c>.</summary>
    public static bool IsInBlock(char character) => character switch
    {
        < (char)64 => ((Digits | LowSigns) >> character & 1) != 0,
        < (char)128 => ((Letters | HighSigns) >> (character - 64) & 1) != 0,
        _ => IsHan(character),
    };

    /// <summary>End of the run of Latin letters and digits that begins at <paramref name="start"/>, with its decimals and percent sign: <c>3.14%</c>.</summary>
    public static int EndOfLatin(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && IsLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end + 1 < text.Length && text[end] == '.' && IsDigit(text[end + 1]))
        {
            end += 2;
            while (end < text.Length && IsDigit(text[end]))
            {
                end++;
            }
        }

        return end < text.Length && text[end] == '%' ? end + 1 : end;
    }
}
