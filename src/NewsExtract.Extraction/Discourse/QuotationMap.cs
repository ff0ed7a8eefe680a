using System.Collections.Immutable;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Which characters of an article stand in quotation marks and which in round brackets. A mark that is never closed within its block counts for nothing.</summary>
internal sealed class QuotationMap
{
    private readonly bool[] _quoted;
    private readonly bool[] _bracketed;

    public QuotationMap(ArticleText text)
    {
        _quoted = new bool[text.Text.Length];
        _bracketed = new bool[text.Text.Length];
        var quotations = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var block in text.Blocks)
        {
            Read(text.Text, block.Span, quotations);
        }

        Quotations = quotations.ToImmutable();
    }

    /// <summary>Outermost quotations, the marks included, by position.</summary>
    public ImmutableArray<TextSpan> Quotations { get; }

    /// <summary>True within the marks; the marks themselves are outside.</summary>
    public bool IsQuoted(int position) => _quoted[position];

    /// <summary>True within round brackets, the brackets included.</summary>
    public bool IsBracketed(int position) => _bracketed[position];

    private void Read(string text, TextSpan block, ImmutableArray<TextSpan>.Builder quotations)
    {
        int open = -1, depth = 0, bracket = -1;
        for (var i = block.Start; i < block.End; i++)
        {
            switch (text[i])
            {
                case '“' or '「' or '『':
                    open = depth++ == 0 ? i : open;
                    break;
                case '”' or '」' or '』' when depth > 0:
                    if (--depth == 0)
                    {
                        Array.Fill(_quoted, true, open + 1, i - open - 1);
                        quotations.Add(new TextSpan(open, i + 1));
                    }

                    break;
                case '（' or '(':
                    bracket = i;
                    break;
                case '）' or ')' when bracket >= 0:
                    Array.Fill(_bracketed, true, bracket, i - bracket + 1);
                    bracket = -1;
                    break;
            }
        }
    }

    /// <summary>Index in <see cref="Quotations"/> of the first that ends after <paramref name="position"/>.</summary>
    public int FirstEndingAfter(int position)
    {
        int low = 0, high = Quotations.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Quotations[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The quotation whose opening mark stands at <paramref name="position"/>, or <c>null</c>.</summary>
    public TextSpan? StartingAt(int position)
    {
        var index = FirstEndingAfter(position);
        return index < Quotations.Length && Quotations[index].Start == position ? Quotations[index] : null;
    }
}
