using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pages;

namespace NewsExtract.Readers.Pdf;

/// <summary>The picture of a page, upright as the visible page is.</summary>
/// <param name="Place">Where the picture lies on the visible page, in points.</param>
internal sealed record ScannedPage(PagePicture Picture, Box Place);
