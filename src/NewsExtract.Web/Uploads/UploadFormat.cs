namespace NewsExtract.Web.Uploads;

/// <summary>What a file is, by its first bytes; its name is never asked.</summary>
/// <param name="Endings">Of file names; a name with another one gets the first.</param>
/// <param name="IsShown">A browser may show it as it is: it runs nothing.</param>
internal sealed record UploadFormat(string Name, string ContentType, bool IsShown, params string[] Endings)
{
    /// <summary>As many bytes as tell one from the other.</summary>
    public const int HeadLength = 4096;

    private const int PdfWithin = 1024;

    private static readonly UploadFormat s_pdf = new("pdf", "application/pdf", true, ".pdf");
    private static readonly UploadFormat s_png = new("png", "image/png", true, ".png");
    private static readonly UploadFormat s_jpeg = new("jpeg", "image/jpeg", true, ".jpg", ".jpeg");
    private static readonly UploadFormat s_tiff = new("tiff", "image/tiff", false, ".tif", ".tiff");

    // Word and OFD: which it is, or neither, the reader tells in its own process.
    private static readonly UploadFormat s_zip = new("package", "application/octet-stream", false, ".docx", ".ofd");
    private static readonly UploadFormat s_html = new("html", "application/octet-stream", false, ".html", ".htm", ".xhtml");
    private static readonly UploadFormat s_text = new("text", "text/plain", false, ".txt");

    /// <returns><c>null</c> for what no reader takes.</returns>
    public static UploadFormat? Find(ReadOnlySpan<byte> head)
    {
        if (head[..Math.Min(head.Length, PdfWithin)].IndexOf("%PDF-"u8) >= 0)
        {
            return s_pdf;
        }

        if (head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
        {
            return s_png;
        }

        if (head is [0xFF, 0xD8, 0xFF, ..])
        {
            return s_jpeg;
        }

        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8))
        {
            return s_tiff;
        }

        if (head.StartsWith("PK\x03\x04"u8))
        {
            return s_zip;
        }

        return IsText(head) ? IsHtml(head) ? s_html : s_text : null;
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        // UTF-16 has zero bytes.
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return true;
        }

        foreach (var value in head)
        {
            // Form feeds part pages, escapes end old terminal text; nothing else below the blank stands in text.
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A or 0x1B))
            {
                return false;
            }
        }

        return head.Length > 0;
    }

    private static bool IsHtml(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
    }
}
