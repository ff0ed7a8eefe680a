namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Glyphs that stand close behind each other in one line; a line has several where it is set with wide gaps.</summary>
/// <param name="Glyphs">Indices into <see cref="PageContent.Glyphs"/> in reading order.</param>
/// <param name="Box">In reading space, see <see cref="ReadingSpace"/>.</param>
/// <param name="Size">Of most of its glyphs, in points.</param>
internal sealed record Run(int[] Glyphs, Box Box, float Size);
