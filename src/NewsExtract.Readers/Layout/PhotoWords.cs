namespace NewsExtract.Readers.Layout;

/// <summary>Words of captions that no credit or 图为 marks.</summary>
internal static class PhotoWords
{
    // 江东村的村民
    private const int MostBeforeSubject = 8;

    public static bool StandIn(string source, TextUnit unit)
    {
        var text = unit.Pieces[0].Of(source);
        if (!char.IsAsciiDigit(Glyphs.Fold(text[0])) && LayoutLexicon.Instance.PhotoSubjects.IsWithin(text[..Math.Min(text.Length, MostBeforeSubject)]))
        {
            return true;
        }

        foreach (var piece in unit.Pieces)
        {
            if (LayoutLexicon.Instance.PhotoWords.IsWithin(piece.Of(source)))
            {
                return true;
            }
        }

        return false;
    }
}
