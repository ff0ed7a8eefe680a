namespace NewsExtract.Readers.PlainText;

/// <summary>Formats that archives mix up with text, by their first bytes.</summary>
internal static class FileSignatures
{
    /// <returns>What the format is called with its article, or <c>null</c> when no signature fits.</returns>
    public static string? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith("%PDF-"u8) => "a PDF file",
        _ when bytes.StartsWith("PK\x03\x04"u8) => "a ZIP file (docx, epub and the like)",
        _ when StartsWith(bytes, 0x1F, 0x8B) => "a gzip file",
        _ when StartsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0) => "an old Office file (doc, xls, ppt)",
        _ when StartsWith(bytes, 0x89, (byte)'P', (byte)'N', (byte)'G') => "a PNG picture",
        _ when StartsWith(bytes, 0xFF, 0xD8, 0xFF) => "a JPEG picture",
        _ when bytes.StartsWith("GIF8"u8) => "a GIF picture",
        _ when bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) => "a TIFF picture",
        _ when bytes.StartsWith("{\\rtf"u8) => "an RTF file",
        _ when bytes.StartsWith("Rar!"u8) => "a RAR file",
        _ when StartsWith(bytes, (byte)'7', (byte)'z', 0xBC, 0xAF) => "a 7-Zip file",
        _ => null,
    };

    private static bool StartsWith(ReadOnlySpan<byte> bytes, params ReadOnlySpan<byte> signature) => bytes.StartsWith(signature);
}
