namespace NewsExtract.Readers.Ocr;

/// <summary>Draws pages of pictures that browsers don't show. Safe for concurrent use.</summary>
public interface IPagePainter
{
    /// <param name="source">A JPEG, PNG or TIFF file.</param>
    /// <param name="number">From 1.</param>
    /// <returns>A JPEG picture, upright, of at most 2,400 dots across.</returns>
    /// <exception cref="DocumentReadException">NX1402: there is no such page, or it is damaged or too large; NX1353, NX137x: it can't be drawn here.</exception>
    ReadOnlyMemory<byte> Paint(DocumentSource source, int number, CancellationToken cancellation = default);
}
