namespace NewsExtract.Readers.Layout;

/// <summary>Pairs of neighbouring Chinese characters of a text: what two texts share tells whether they speak of the same.</summary>
internal sealed class PairSet
{
    private const int MostCharacters = 6000;

    private readonly HashSet<int> _pairs = [];
    private int _taken;

    public int Count => _pairs.Count;

    public void Add(string source, List<TextSpan> pieces, int most = MostCharacters)
    {
        var budget = Math.Min(most, MostCharacters - _taken);
        foreach (var pair in Pairs(source, pieces))
        {
            if (budget-- <= 0)
            {
                return;
            }

            _taken++;
            _pairs.Add(pair);
        }
    }

    /// <summary>Share of the pairs of a text that are in this set, in [0, 1]; 0 for a text without pairs.</summary>
    public double ShareOf(string source, List<TextSpan> pieces, int most = 160)
    {
        int all = 0, found = 0;
        foreach (var pair in Pairs(source, pieces))
        {
            if (all == most)
            {
                break;
            }

            all++;
            found += _pairs.Contains(pair) ? 1 : 0;
        }

        return all == 0 ? 0 : (double)found / all;
    }

    // Blanks do not part a pair, marks do.
    private static IEnumerable<int> Pairs(string source, List<TextSpan> pieces)
    {
        var last = '\0';
        foreach (var piece in pieces)
        {
            for (var i = piece.Start; i < piece.End; i++)
            {
                var c = Glyphs.Fold(source[i]);
                if (Glyphs.IsBlank(c))
                {
                    continue;
                }

                if (Glyphs.IsHan(c) || char.IsAsciiLetterOrDigit(c))
                {
                    if (last != '\0')
                    {
                        yield return (last << 16) | c;
                    }

                    last = c;
                }
                else
                {
                    last = '\0';
                }
            }
        }
    }
}
