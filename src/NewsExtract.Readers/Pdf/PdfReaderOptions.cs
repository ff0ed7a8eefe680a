using System.Collections.Immutable;
using NewsExtract.Readers.Ocr;

namespace NewsExtract.Readers.Pdf;

/// <summary>How PDF files are read.</summary>
public sealed record PdfReaderOptions
{
    public static PdfReaderOptions Default { get; } = new();

    /// <summary>Tried in turn after the empty one. Never written anywhere.</summary>
    public ImmutableArray<string> Passwords { get; init; } = [];

    public OcrMode Ocr { get; init; } = OcrMode.Auto;

    /// <summary>Reads pages without usable text; <c>null</c> when there is none, and such pages get a diagnostic.</summary>
    public IOcrEngine? OcrEngine { get; init; }

    /// <summary>Pages after these are left out, with a diagnostic.</summary>
    public int MaxPages { get; init; } = 5000;

    /// <summary>A file that names more objects is refused; a year's volume of a paper has some 100,000.</summary>
    public int MaxObjects { get; init; } = 2_000_000;

    // The synthesized text would show the passwords.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append(nameof(Ocr)).Append(" = ").Append(Ocr);
        return true;
    }
}
