namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>What stands between the left edge of a candidate and its suffix.</summary>
/// <param name="Traits">All traits of its words together.</param>
/// <param name="Specific">Words that are no common attribute: not 大型, 产业, 省级.</param>
/// <param name="Count">Words.</param>
internal readonly record struct NameShape(int Start, int End, WordTraits Traits, int Specific, int Count)
{
    private const WordTraits Common =
        WordTraits.Generic | WordTraits.Conjunction | WordTraits.Ordinal | WordTraits.Punctuation | WordTraits.Number | WordTraits.Time | WordTraits.Level;

    public int Length => End - Start;

    public static NameShape Of(NameWords words, int start, int end)
    {
        var traits = WordTraits.None;
        int specific = 0, count = 0;
        for (var position = start; position < end; position = words.EndOfWord(position))
        {
            var word = words.Traits(words.WordAt(position));
            traits |= word;
            count++;
            specific += (word & Common) == 0 ? 1 : 0;
        }

        return new NameShape(start, end, traits, specific, count);
    }

    public bool Has(WordTraits traits) => (Traits & traits) != 0;

    /// <summary>Leaves out words that may stand before a name but open none: 大型|…, a lone mark.</summary>
    public static int TrimStart(NameWords words, int start, int end)
    {
        // 考察|太原经开区, 建设|大同…: a verb right before a place.
        for (var position = start; position < end; position = words.EndOfWord(position))
        {
            var next = words.EndOfWord(position);
            if (next < end && words.Has(words.WordAt(position), WordTraits.Lead) && words.Has(words.WordAt(next), WordTraits.Place))
            {
                start = next;
            }
        }

        while (start < end)
        {
            var word = words.WordAt(start);
            var next = words.Span(word).End;
            var isMark = words.Has(word, WordTraits.Punctuation | WordTraits.Conjunction | WordTraits.Lead) && words.Text[start] is not ('“' or '「');
            var isAttribute = words.Has(word, WordTraits.Generic) && !words.Has(word, WordTraits.Level | WordTraits.National) && next < end
                && words.Has(words.WordAt(next), WordTraits.Place);
            if (!isMark && !isAttribute)
            {
                break;
            }

            start = next;
        }

        return start;
    }

    /// <summary>大同市|平城区|御东工业园区: units in full before the name of its own are places beside it.</summary>
    public static int SkipUnits(NameWords words, int start, int end)
    {
        while (start < end && words.Has(words.WordAt(start), WordTraits.Place))
        {
            var next = words.EndOfWord(start);
            if (next >= end)
            {
                break;
            }

            var isUnit = words.Text[next - 1] is '市' or '区' or '县' && next - start > 2;
            if (!isUnit || !words.Has(words.WordAt(next), WordTraits.Place | WordTraits.Unknown))
            {
                break;
            }

            start = next;
        }

        return start;
    }
}
