namespace NewsExtract.Readers.PlainText;

/// <summary>What a file is by its content.</summary>
internal enum FileKind
{
    Pdf,

    /// <summary>ZIP: Word, OFD, EPUB and others; <see cref="Containers.ZipParts"/> tells which.</summary>
    Zip,

    /// <summary>JPEG, PNG, TIFF: a scanned page.</summary>
    Picture,

    /// <summary>Nothing that is read.</summary>
    Other,
}

/// <summary>A format told by its first bytes.</summary>
/// <param name="Name">With its article: a PDF file.</param>
/// <param name="Advice">What to do where it can't be read.</param>
internal sealed record FileSignature(FileKind Kind, string Name, string Advice)
{
    /// <summary>A password keeps it shut.</summary>
    public bool IsEncrypted { get; init; }
}

/// <summary>Formats that archives mix up with text, by their first bytes.</summary>
internal static class FileSignatures
{
    /// <summary>How far into a file %PDF- may stand; mail gateways and web servers leave junk before it.</summary>
    private const int PdfHeaderLimit = 1024;

    /// <summary>How much is looked through for what tells old Office files and mail apart.</summary>
    private const int ProbeLength = 1 << 20;

    private const string ToDocx = "open it in Word or WPS and save it as docx or PDF";
    private const string Unpack = "unpack it and give the files inside";
    private const string ReadByOcr = "read it by OCR first, or put it into a PDF";

    private static readonly FileSignature s_pdf = new(FileKind.Pdf, "a PDF file", "convert it to text first (pdftotext -layout FILE.pdf)");

    /// <returns><c>null</c> when no signature fits: text, HTML, or what nobody knows.</returns>
    public static FileSignature? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith("%PDF-"u8) => s_pdf,
        _ when bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8) => new(FileKind.Zip, "a ZIP file (docx, ofd, epub and the like)", Unpack),
        [0x1F, 0x8B, ..] => Other("a gzip file", Unpack),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => OldOffice(bytes),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Picture("a PNG picture"),
        [0xFF, 0xD8, 0xFF, ..] => Picture("a JPEG picture"),
        _ when bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) => Picture("a TIFF picture"),
        _ when bytes.StartsWith("GIF8"u8) => Other("a GIF picture", ReadByOcr),
        [0, 0, 0, 12, (byte)'j', (byte)'P', ..] => Other("a JPEG 2000 picture", ReadByOcr),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Other("a WebP picture", ReadByOcr),
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Other("a BMP picture", ReadByOcr),
        _ when bytes.StartsWith("AT&TFORM"u8) => Other("a DjVu file", "convert it to PDF"),
        _ when bytes.StartsWith("{\\rtf"u8) => Other("an RTF file", ToDocx),
        _ when bytes.StartsWith("Rar!"u8) => Other("a RAR file", Unpack),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => Other("a 7-Zip file", Unpack),
        _ when bytes.StartsWith("CAJ\0"u8) || bytes.StartsWith("KDH "u8) || bytes.StartsWith("HN\0"u8) => Other("a CAJ file", "open it in CAJViewer and print it to PDF"),
        _ when bytes.StartsWith("ITSF"u8) => Other("a CHM file", "unpack it and give the HTML files inside"),
        _ when HasPdfBehindJunk(bytes) => s_pdf,
        _ when IsWebArchive(bytes) => Other("a web archive (MHTML)", "open it in a browser and save it as HTML or PDF"),
        _ => null,
    };

    private static FileSignature Other(string name, string advice) => new(FileKind.Other, name, advice);

    private static FileSignature Picture(string name) => new(FileKind.Picture, name, "read it by OCR (--ocr auto)");

    // A text about PDF may name the mark; a PDF has objects as well.
    private static bool HasPdfBehindJunk(ReadOnlySpan<byte> bytes)
    {
        var mark = bytes[..Math.Min(bytes.Length, PdfHeaderLimit)].IndexOf("%PDF-"u8);
        return mark >= 0 && mark + 5 < bytes.Length && bytes[mark + 5] is >= (byte)'0' and <= (byte)'9'
            && bytes[mark..Math.Min(bytes.Length, ProbeLength)].IndexOf(" 0 obj"u8) >= 0;
    }

    private static bool IsWebArchive(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 2048)];
        return head.IndexOf("MIME-Version:"u8) >= 0 && (head.IndexOf("multipart/related"u8) >= 0 || head.StartsWith("From: <Saved by"u8));
    }

    // The names of the streams in the container's folder are UTF-16.
    private static FileSignature OldOffice(ReadOnlySpan<byte> bytes)
    {
        var probe = bytes[..Math.Min(bytes.Length, ProbeLength)];
        var tail = bytes[Math.Max(0, bytes.Length - ProbeLength)..];
        return Holds(probe, tail, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) ? new(FileKind.Other, "an Office file with a password", "open it, remove the password and save it again") { IsEncrypted = true }
            : Holds(probe, tail, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"u8) ? Other("an old Word or WPS file (doc, wps)", ToDocx)
            : Other("an old Office file (doc, xls, ppt)", ToDocx);
    }

    private static bool Holds(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> name) => head.IndexOf(name) >= 0 || tail.IndexOf(name) >= 0;
}
