using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Organizations;

/// <summary>
/// Short forms of a firm whose full name stands in the article: 晋宏新材料, 晋宏新材 and 晋宏公司 for
/// 山西晋宏新材料股份有限公司. A short form opens with the firm's own word, the one after its place, and goes on with
/// characters that follow in the full name in that order.
/// </summary>
internal static class FirmShortNames
{
    public static IEnumerable<TextSpan> Find(NameWords words, List<TextSpan> firms)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var firm in firms)
        {
            var (brandStart, brandLength) = Brand(words, firm);
            if (brandLength == 0)
            {
                continue;
            }

            var rest = words.Text[brandStart..firm.End];
            if (!seen.Add(rest))
            {
                continue;
            }

            var isWord = IsWord(words, brandStart, brandLength);
            for (var at = words.Text.IndexOf(rest[..brandLength], StringComparison.Ordinal); at >= 0;
                at = words.Text.IndexOf(rest[..brandLength], at + brandLength, StringComparison.Ordinal))
            {
                var length = Extend(words.Text, at, rest, brandLength);
                if (length < rest.Length && (length > brandLength + 1 || (!isWord && length == brandLength)) && !firms.Exists(f => f.Start <= at && at < f.End))
                {
                    yield return new TextSpan(at, at + length);
                }
            }
        }
    }

    /// <summary>The first two characters, or the first longer word, after the places and brackets that open the name.</summary>
    private static (int Start, int Length) Brand(NameWords words, TextSpan firm)
    {
        var start = firm.Start;
        while (start < firm.End && (words.Traits(words.WordAt(start)) & (WordTraits.Place | WordTraits.Level | WordTraits.National)) != 0)
        {
            start = words.EndOfWord(start);
        }

        if (start + 4 > firm.End)
        {
            return default;
        }

        var word = words.WordAt(start);
        var length = words.Span(word).Length;
        if ((words.Traits(word) & WordTraits.Generic) != 0 && length > 1)
        {
            return default;
        }

        return (start, Math.Max(2, length));
    }

    private static bool IsWord(NameWords words, int start, int length)
    {
        var word = words.WordAt(start);
        return words.Span(word).Length == length;
    }

    private static int Extend(string text, int at, string full, int brandLength)
    {
        var length = brandLength;
        var next = brandLength;
        while (at + length < text.Length)
        {
            var found = full.IndexOf(text[at + length], next);
            if (found < 0)
            {
                break;
            }

            next = found + 1;
            length++;
        }

        var after = text.AsSpan(at + length);
        if (length == brandLength)
        {
            foreach (var head in (ReadOnlySpan<string>)["公司", "集团", "股份", "厂"])
            {
                if (after.StartsWith(head, StringComparison.Ordinal))
                {
                    return length + head.Length;
                }
            }
        }
        else if (after.StartsWith("公司", StringComparison.Ordinal) || after.StartsWith("集团", StringComparison.Ordinal))
        {
            return length + 2;
        }

        return length;
    }
}
