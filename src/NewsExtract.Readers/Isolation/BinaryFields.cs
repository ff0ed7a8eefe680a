using System.Runtime.InteropServices;

namespace NewsExtract.Readers.Isolation;

/// <summary>Fields of frames. Strings go as UTF-16 units: a text may hold half a surrogate pair, which UTF-8 can't.</summary>
internal static class BinaryFields
{
    public static void WriteText(this BinaryWriter writer, string text)
    {
        writer.Write(text.Length);
        writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public static string ReadText(this BinaryReader reader)
    {
        var units = reader.ReadArray<char>();
        return new string(units);
    }

    public static void WriteOptional(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.WriteText(text);
        }
    }

    public static string? ReadOptional(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadText() : null;

    public static void WriteArray<T>(this BinaryWriter writer, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        writer.Write(items.Length);
        writer.Write(MemoryMarshal.AsBytes(items));
    }

    /// <exception cref="EndOfStreamException">The other side ended.</exception>
    public static T[] ReadArray<T>(this BinaryReader reader)
        where T : unmanaged
    {
        var items = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }

    public static void WriteSpan(this BinaryWriter writer, TextSpan span)
    {
        writer.Write(span.Start);
        writer.Write(span.End);
    }

    public static TextSpan ReadSpan(this BinaryReader reader) => new(reader.ReadInt32(), reader.ReadInt32());

    public static void WriteDate(this BinaryWriter writer, PartialDate? date) => writer.WriteOptional(date?.ToString());

    public static PartialDate? ReadDate(this BinaryReader reader) =>
        reader.ReadOptional() is { } text && PartialDate.TryParse(text, out var date) ? date : null;

    public static void WriteDiagnostic(this BinaryWriter writer, Diagnostic diagnostic)
    {
        writer.WriteText(diagnostic.Code);
        writer.Write((byte)diagnostic.Severity);
        writer.WriteText(diagnostic.Message);
        writer.Write(diagnostic.Span is not null);
        if (diagnostic.Span is { } span)
        {
            writer.WriteSpan(span);
        }
    }

    public static Diagnostic ReadDiagnostic(this BinaryReader reader) => new(
        reader.ReadText(),
        (Severity)reader.ReadByte(),
        reader.ReadText(),
        reader.ReadBoolean() ? reader.ReadSpan() : null);
}
