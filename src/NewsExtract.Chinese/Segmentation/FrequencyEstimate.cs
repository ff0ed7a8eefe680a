namespace NewsExtract.Chinese.Segmentation;

/// <summary>
/// The original's suggest_freq: the lowest frequency at which a word is cut out whole, given the words so far. Used while
/// a dictionary is loaded only, so it walks plain dictionaries.
/// </summary>
internal sealed class FrequencyEstimate(SegmentationModel model)
{
    private readonly Dictionary<string, long> _added = new(StringComparer.Ordinal);

    public long Total { get; private set; } = model.TotalFrequency;

    public void Add(string word, long frequency)
    {
        _added[word] = frequency;
        Total += frequency;
        for (var length = 1; length < word.Length; length++)
        {
            if (!Contains(word.AsSpan(0, length), out _))
            {
                _added[word[..length]] = 0;
            }
        }
    }

    public long Suggest(string word)
    {
        var total = (double)Total;
        var share = 1.0;
        for (var start = 0; start < word.Length;)
        {
            var end = start;
            while (end < word.Length && WordCharacters.IsInBlock(word[end]))
            {
                end++;
            }

            if (end > start)
            {
                share = MultiplyShares(word.AsSpan(start, end - start), share, total);
                start = end;
            }
            else
            {
                share *= Frequency(word.AsSpan(start, 1)) / total;
                start++;
            }
        }

        return Math.Max((long)(share * Total) + 1, Frequency(word));
    }

    /// <summary>Cuts a block without the HMM, Latin letters that stand alone joined, and multiplies in each piece's share of the total.</summary>
    private double MultiplyShares(ReadOnlySpan<char> block, double share, double total)
    {
        var next = Route(block);
        var latin = 0;
        for (var i = 0; i <= block.Length; i = i < block.Length ? next[i] : i + 1)
        {
            if (i < block.Length && next[i] == i + 1 && WordCharacters.IsLetterOrDigit(block[i]))
            {
                latin++;
                continue;
            }

            if (latin > 0)
            {
                share *= Frequency(block.Slice(i - latin, latin)) / total;
                latin = 0;
            }

            if (i < block.Length)
            {
                share *= Frequency(block[i..next[i]]) / total;
            }
        }

        return share;
    }

    private int[] Route(ReadOnlySpan<char> block)
    {
        var logTotal = Math.Log(Total);
        var scores = new double[block.Length + 1];
        var next = new int[block.Length];
        for (var i = block.Length - 1; i >= 0; i--)
        {
            scores[i] = double.NegativeInfinity;
            for (var end = i + 1; end <= block.Length && Contains(block[i..end], out var frequency); end++)
            {
                var score = Math.Log(Math.Max(frequency, 1)) - logTotal + scores[end];
                if (frequency > 0 && score >= scores[i])
                {
                    (scores[i], next[i]) = (score, end);
                }
            }

            if (next[i] == 0)
            {
                (scores[i], next[i]) = (0.0 - logTotal + scores[i + 1], i + 1);
            }
        }

        return next;
    }

    /// <summary>1 for what isn't known; 0 for what only begins words.</summary>
    private long Frequency(ReadOnlySpan<char> word) => Contains(word, out var frequency) ? frequency : 1;

    private bool Contains(ReadOnlySpan<char> word, out long frequency)
    {
        if (_added.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out frequency))
        {
            return true;
        }

        var found = model.TryFind(word, out var entry);
        frequency = model.Frequencies[entry];
        return found;
    }
}
