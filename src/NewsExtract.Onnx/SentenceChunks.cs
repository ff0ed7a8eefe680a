namespace NewsExtract.Onnx;

/// <summary>Cuts a sentence that the model can't take at once into parts that overlap.</summary>
internal static class SentenceChunks
{
    /// <param name="room">Pieces that a part may have.</param>
    /// <returns>Words of each part, end exclusive; together they cover all words, and each begins and ends behind the last.</returns>
    public static IEnumerable<(int Start, int End)> Cut(IReadOnlyList<Word> words, ReadOnlySpan<char> text, int offset, int room)
    {
        var chunks = new List<(int, int)>();
        var isMark = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            isMark[i] = char.IsPunctuation(text[words[i].Span.Start - offset]);
        }

        for (var start = 0; ;)
        {
            var end = Fill(words, start, room);
            if (end == words.Count)
            {
                chunks.Add((start, end));
                return chunks;
            }

            // Behind the last mark of the second half: 一、二，三 |
            var cut = end;
            while (cut > start + (end - start) / 2 + 1 && !isMark[cut - 1])
            {
                cut--;
            }

            cut = isMark[cut - 1] ? cut : end;
            chunks.Add((start, cut));

            // The overlap: from the mark before a quarter of the part, at least one word on.
            var next = Math.Max(start + 1, cut - Math.Max(1, (cut - start) / 4));
            for (var i = next; i > start + (cut - start) / 2; i--)
            {
                if (isMark[i - 1])
                {
                    next = i;
                    break;
                }
            }

            start = next;
        }
    }

    private static int Fill(IReadOnlyList<Word> words, int start, int room)
    {
        var taken = 0;
        var end = start;
        while (end < words.Count && (end == start || taken + words[end].Pieces.Length <= room))
        {
            taken += words[end].Pieces.Length;
            end++;
        }

        return end;
    }
}
