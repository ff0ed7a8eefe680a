namespace NewsExtract.Readers.Layout;

/// <summary>Words of captions that no credit or 图为 marks.</summary>
internal static class PhotoWords
{
    public static bool StandIn(string source, TextUnit unit)
    {
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
