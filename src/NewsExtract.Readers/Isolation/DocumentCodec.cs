using System.Collections.Immutable;
using NewsExtract.Readers.Layout;
using NewsExtract.Readers.Pages;

namespace NewsExtract.Readers.Isolation;

/// <summary>Documents to and from bytes, between processes and, with a version, to be kept (<see cref="DocumentArchive"/>).</summary>
internal static class DocumentCodec
{
    private const byte NoLayout = 0;
    private const byte Printed = 1;
    private const byte Marked = 2;

    public static void Write(BinaryWriter writer, Document document)
    {
        writer.WriteText(document.Id);
        writer.WriteText(document.SourceName);
        writer.WriteText(document.Text);
        writer.WriteOptional(document.Encoding);
        writer.WriteOptional(document.OcrEngine);
        writer.WriteDate(document.Date);
        WriteInformation(writer, document.Information);
        writer.Write(document.Pages.Length);
        foreach (var page in document.Pages)
        {
            writer.Write(page.Number);
            writer.WriteSpan(page.Span);
            writer.Write(page.Width);
            writer.Write(page.Height);
        }

        writer.Write(document.Diagnostics.Length);
        foreach (var diagnostic in document.Diagnostics)
        {
            writer.WriteDiagnostic(diagnostic);
        }

        WriteLayout(writer, document.Layout);
    }

    public static Document Read(BinaryReader reader) => new()
    {
        Id = reader.ReadText(),
        SourceName = reader.ReadText(),
        Text = reader.ReadText(),
        Encoding = reader.ReadOptional(),
        OcrEngine = reader.ReadOptional(),
        Date = reader.ReadDate(),
        Information = ReadInformation(reader),
        Pages = ReadMany(reader, static reader => new Page(reader.ReadInt32(), reader.ReadSpan(), reader.ReadDouble(), reader.ReadDouble())),
        Diagnostics = ReadMany(reader, static reader => reader.ReadDiagnostic()),
        Layout = ReadLayout(reader),
    };

    private static ImmutableArray<T> ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();
        var items = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(read(reader));
        }

        return items.MoveToImmutable();
    }

    private static void WriteInformation(BinaryWriter writer, DocumentInformation? information)
    {
        writer.Write(information is not null);
        if (information is null)
        {
            return;
        }

        writer.WriteOptional(information.Title);
        writer.WriteOptional(information.Author);
        writer.WriteOptional(information.Subject);
        writer.WriteOptional(information.Keywords);
        writer.WriteOptional(information.Creator);
        writer.WriteOptional(information.Producer);
        writer.Write(information.Outline.Length);
        foreach (var entry in information.Outline)
        {
            writer.WriteText(entry.Title);
            writer.Write(entry.Level);
            writer.Write(entry.Page ?? 0);
        }
    }

    private static DocumentInformation? ReadInformation(BinaryReader reader) => !reader.ReadBoolean() ? null : new DocumentInformation
    {
        Title = reader.ReadOptional(),
        Author = reader.ReadOptional(),
        Subject = reader.ReadOptional(),
        Keywords = reader.ReadOptional(),
        Creator = reader.ReadOptional(),
        Producer = reader.ReadOptional(),
        Outline = ReadMany(reader, static reader => new OutlineEntry(reader.ReadText(), reader.ReadInt32(), reader.ReadInt32() is > 0 and var page ? page : null)),
    };

    private static void WriteLayout(BinaryWriter writer, LayoutMap layout)
    {
        switch (layout)
        {
            case PrintedLayout printed:
                writer.Write(Printed);
                writer.WriteArray(printed.CharacterBoxes);
                writer.Write(printed.Confidences.Length > 0);
                writer.WriteArray(printed.Confidences);
                writer.Write(printed.Lines.Length);
                foreach (var line in printed.Lines)
                {
                    WriteLine(writer, line);
                }

                writer.WriteArray<PrintedPicture>(printed.Pictures);
                writer.WriteArray<PrintedRule>(printed.Rules);
                break;
            case MarkedLayout marked:
                writer.Write(Marked);
                writer.WriteArray<MarkedLine>(marked.Lines);
                writer.Write(marked.KnowsArticles);
                break;
            default:
                writer.Write(NoLayout);
                break;
        }
    }

    private static LayoutMap ReadLayout(BinaryReader reader) => reader.ReadByte() switch
    {
        Printed => ReadPrinted(reader),
        Marked => new MarkedLayout(reader.ReadArray<MarkedLine>(), reader.ReadBoolean()),
        _ => LayoutMap.None,
    };

    private static PrintedLayout ReadPrinted(BinaryReader reader)
    {
        var boxes = reader.ReadArray<Box>();
        var hasConfidences = reader.ReadBoolean();
        var confidences = reader.ReadArray<float>();
        PrintedLine[] lines = [.. ReadMany(reader, ReadLine)];
        return new PrintedLayout(boxes, hasConfidences ? confidences : null, lines, reader.ReadArray<PrintedPicture>(), reader.ReadArray<PrintedRule>());
    }

    private static void WriteLine(BinaryWriter writer, PrintedLine line)
    {
        writer.WriteSpan(line.Span);
        writer.Write(line.Page);
        writer.WriteArray<Box>([line.Box]);
        writer.Write(line.Size);
        writer.Write(line.IsBold);
        writer.Write(line.IsVertical);
        writer.Write(line.Region);
        writer.Write((byte)line.Role);
    }

    private static PrintedLine ReadLine(BinaryReader reader) => new(
        reader.ReadSpan(),
        reader.ReadInt32(),
        reader.ReadArray<Box>()[0],
        reader.ReadSingle(),
        reader.ReadBoolean(),
        reader.ReadBoolean(),
        reader.ReadInt32(),
        (LineRole)reader.ReadByte());
}
