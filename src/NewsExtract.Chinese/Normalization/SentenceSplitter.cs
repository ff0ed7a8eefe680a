namespace NewsExtract.Chinese.Normalization;

/// <summary>Cuts a block into sentences at 。！？ and what closes behind them.</summary>
internal static class SentenceSplitter
{
    /// <summary>Adds sentences that cover the block but for blanks around them.</summary>
    public static void Split(ReadOnlySpan<char> text, TextSpan block, int blockIndex, ICollection<Sentence> sentences)
    {
        var start = block.Start;
        for (var i = block.Start; i < block.End; i++)
        {
            if (!IsStop(text[i]))
            {
                continue;
            }

            // “…做不成。”董事长说： the closing quote belongs to what it closes, and repeated stops count as one.
            while (i + 1 < block.End && (IsStop(text[i + 1]) || IsCloser(text[i + 1])))
            {
                i++;
            }

            Add(text, start, i + 1, blockIndex, sentences);
            start = i + 1;
        }

        Add(text, start, block.End, blockIndex, sentences);
    }

    private static bool IsStop(char character) => character is '。' or '！' or '？';

    private static bool IsCloser(char character) => character is '”' or '’' or '）' or '》' or '】';

    private static void Add(ReadOnlySpan<char> text, int start, int end, int blockIndex, ICollection<Sentence> sentences)
    {
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new Sentence(new TextSpan(start, end), blockIndex));
        }
    }
}
