namespace NewsExtract.Extraction.Mentions.Persons;

/// <summary>Finds where the source has blanks that the view of an article left out.</summary>
internal static class DroppedBlanks
{
    private const int Widest = 64;

    /// <summary>
    /// Whether blanks stand in the source before a character: 金　哲. The end of a printed line or column is none, for it may
    /// fall within a name; the end of a line of plain text is one, for rows end there.
    /// </summary>
    public static bool StandBefore(ArticleText article, int position)
    {
        if (position == 0)
        {
            return false;
        }

        var (before, offset) = (article.SourceOffset(position - 1), article.SourceOffset(position));
        if (before == ArticleText.NoSource || offset == ArticleText.NoSource || offset - before <= 1)
        {
            return false;
        }

        return article.Document.Pages.IsEmpty
            || (offset - before <= Widest && article.Document.Text.AsSpan(before + 1, offset - before - 1).IndexOfAny('\n', '\f') < 0);
    }
}
