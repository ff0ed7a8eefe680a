using System.Collections.Immutable;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Readers.Isolation;

/// <summary>What a process is asked to read, and how. Passwords go this way only: never as arguments or in the environment.</summary>
internal sealed record ReadRequest(DocumentSource Source, PdfReaderOptions Options, string? EngineName)
{
    /// <summary>The page that should be drawn; 0 when the source should be read.</summary>
    public int Painted { get; init; }

    public void Write(BinaryWriter writer)
    {
        writer.WriteText(Source.Name);
        writer.WriteOptional(Source.Encoding);
        writer.WriteDate(Source.Date);
        writer.Write((byte)Options.Ocr);
        writer.WriteOptional(EngineName);
        writer.Write(Painted);
        writer.Write(Options.MaxPages);
        writer.Write(Options.Passwords.Length);
        foreach (var password in Options.Passwords)
        {
            writer.WriteText(password);
        }

        writer.WriteArray(Source.Bytes.Span);
    }

    public static ReadRequest Read(BinaryReader reader)
    {
        var source = new DocumentSource(reader.ReadText(), default) { Encoding = reader.ReadOptional(), Date = reader.ReadDate() };
        var options = new PdfReaderOptions { Ocr = (OcrMode)reader.ReadByte() };
        var engine = reader.ReadOptional();
        var painted = reader.ReadInt32();
        options = options with { MaxPages = reader.ReadInt32() };
        var passwords = ImmutableArray.CreateBuilder<string>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            passwords.Add(reader.ReadText());
        }

        return new ReadRequest(source with { Bytes = reader.ReadArray<byte>() }, options with { Passwords = passwords.ToImmutable() }, engine) { Painted = painted };
    }
}
