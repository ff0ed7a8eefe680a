namespace NewsExtract.Extraction.Mentions.Organizations;

/// <summary>The paper's name in running heads and issue lines, which the splitter found: 某某时报　2023年6月1日　第3版.</summary>
internal static class RunningHeads
{
    public static IEnumerable<TextSpan> Find(ArticleText text)
    {
        if (text.Article.Source is not { Length: >= 3 } source || source[0] == '本')
        {
            yield break;
        }

        foreach (var block in text.Blocks)
        {
            if (block.Kind == BlockKind.Furniture && Match(text.Text, block.Span, source) is var end and > 0)
            {
                yield return new TextSpan(block.Span.Start, end);
            }
        }
    }

    /// <summary>End of <paramref name="source"/> at the start of the block, blanks between its characters allowed; 0 when it stands elsewhere.</summary>
    private static int Match(string text, TextSpan block, string source)
    {
        var position = block.Start;
        foreach (var character in source)
        {
            if (char.IsWhiteSpace(character))
            {
                continue;
            }

            while (position < block.End && position > block.Start && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            if (position == block.End || text[position++] != character)
            {
                return 0;
            }
        }

        return position;
    }
}
