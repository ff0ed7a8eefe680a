using NewsExtract.Readers.PlainText;

namespace NewsExtract.Readers.Containers;

/// <summary>Tells formats in ZIP containers by the parts that they have.</summary>
internal static class ZipFormats
{
    /// <summary>Whether a source is a ZIP container of a format; a damaged one is none.</summary>
    public static bool Is(DocumentSource source, Func<ZipParts, bool> format)
    {
        if (FileSignatures.Find(source.Bytes.Span) is not { Kind: FileKind.Zip })
        {
            return false;
        }

        try
        {
            using var parts = ZipParts.Open(source.Bytes, "a ZIP file");
            return format(parts);
        }
        catch (DocumentReadException)
        {
            // Whoever reads it says what is wrong.
            return false;
        }
    }

    public static bool IsOfd(ZipParts parts) => parts.Has("OFD.xml");

    public static bool IsWord(ZipParts parts) => parts.Has("[Content_Types].xml") && parts.Names.Any(name => name.StartsWith("word/document", StringComparison.OrdinalIgnoreCase));

    /// <summary>What a container that no reader takes is called, and what to do with it.</summary>
    public static (string Name, string Advice) Describe(ZipParts parts) => parts switch
    {
        _ when parts.Has("META-INF/container.xml") => ("an EPUB book", "convert it to docx or HTML"),
        _ when parts.Has("xl/workbook.xml") => ("an Excel file (xlsx)", "save it as PDF, or the text as docx"),
        _ when parts.Has("ppt/presentation.xml") => ("a PowerPoint file (pptx)", "save it as PDF"),
        _ when parts.Has("content.xml") && parts.Has("mimetype") => ("an OpenDocument file (odt)", "save it as docx or PDF"),
        _ when parts.Has("Encryptions.xml") => ("an encrypted OFD file", "open it, remove the password and save it again"),
        _ => ("a ZIP file", "unpack it and give the files inside"),
    };
}
