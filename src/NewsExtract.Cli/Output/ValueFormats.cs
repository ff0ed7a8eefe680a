using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsExtract.Chinese.Values;
using NewsExtract.Cli.Input;

namespace NewsExtract.Cli.Output;

/// <summary>The values of a text for a person and for a program.</summary>
internal static class ValueFormats
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"id", "values": [{"kind", "text", "start", "end", "value"}]}</c> and a line end.</summary>
    public static string Json(ValueLine line, IReadOnlyList<RecognizedValue> values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, line.Id);
            writer.WriteStartArray("values"u8);
            foreach (var value in values)
            {
                writer.WriteStartObject();
                writer.WriteString("kind"u8, Name(value.Kind));
                writer.WriteString("text"u8, value.Span.Of(line.Text));
                writer.WriteNumber("start"u8, value.Span.Start);
                writer.WriteNumber("end"u8, value.Span.End);
                writer.WritePropertyName("value"u8);
                Write(writer, value);
                if (value.Change is { } change)
                {
                    writer.WritePropertyName("change"u8);
                    Write(writer, change, line.Text);
                }

                if (value.IsPart)
                {
                    writer.WriteBoolean("part"u8, true);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>The text, and below it a row a value: kind, words, what they come to.</summary>
    public static string Table(ValueLine line, IReadOnlyList<RecognizedValue> values)
    {
        if (values.Count == 0)
        {
            return "";
        }

        var builder = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{line.Id}  {line.Text}\n");
        foreach (var value in values.Where(static value => !value.IsPart))
        {
            builder.Append(CultureInfo.InvariantCulture, $"    {Name(value.Kind),-10}  {value.Span.Of(line.Text)}  →  {Show(value)}{Show(value.Change, line.Text)}\n");
        }

        return builder.ToString();
    }

    private static string Name(ValueKind kind) => kind.ToString().ToLowerInvariant();

    private static void Write(Utf8JsonWriter writer, RecognizedValue value)
    {
        switch (value.Value)
        {
            case NumberValue number:
                writer.WriteStartObject();
                WriteOptional(writer, "value"u8, number.Value);
                WriteOptional(writer, "min"u8, number.Min ?? value.Bounds?.Min);
                WriteOptional(writer, "max"u8, number.Max ?? value.Bounds?.Max);
                WriteOptional(writer, "unit"u8, value.Kind == ValueKind.Money || number.Unit.Length == 0 ? null : number.Unit);
                WriteOptional(writer, "currency"u8, number.Currency);
                WriteOptional(writer, "dimension"u8, value.Unit?.Dimension);
                if (value.Unit is { SiFactor: { } factor } unit)
                {
                    WriteOptional(writer, "siFactor"u8, factor);
                    writer.WriteString("siUnit"u8, unit.SiUnit);
                }

                WriteApproximation(writer, number.Approximation);
                writer.WriteEndObject();
                break;
            case TimeValue time:
                writer.WriteStartObject();
                WriteOptional(writer, "edtf"u8, time.Edtf);
                WriteOptional(writer, "start"u8, Show(time.Start, time.HasTimeOfDay));
                WriteOptional(writer, "end"u8, Show(time.End, time.HasTimeOfDay));
                writer.WriteEndObject();
                break;
            case DurationValue duration:
                writer.WriteStartObject();
                WriteOptional(writer, "iso"u8, duration.Iso);
                WriteOptional(writer, "min"u8, duration.MinIso);
                WriteOptional(writer, "max"u8, duration.MaxIso);
                WriteApproximation(writer, duration.Approximation);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    // "change": {"direction": "up", "role": "by", "basis": "yoy", "basisText": "同比"}
    private static void Write(Utf8JsonWriter writer, ValueChange change, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("direction"u8, Name(change.Direction));
        writer.WriteString("role"u8, Name(change.Role));
        WriteOptional(writer, "basis"u8, change.Basis is { } basis ? Name(basis) : null);
        WriteOptional(writer, "basisText"u8, change.BasisSpan is { } span ? span.Of(text).ToString() : null);
        writer.WriteEndObject();
    }

    private static string Name(ChangeDirection direction) => direction == ChangeDirection.Up ? "up" : "down";

    private static string Name(ChangeRole role) => role switch
    {
        ChangeRole.To => "to",
        ChangeRole.From => "from",
        _ => "by",
    };

    private static string Name(ComparisonBasis basis) => basis switch
    {
        ComparisonBasis.YearOnYear => "yoy",
        ComparisonBasis.PreviousPeriod => "previousPeriod",
        ComparisonBasis.YearStart => "yearStart",
        ComparisonBasis.YearlyAverage => "yearlyAverage",
        _ => "namedTime",
    };

    // ", up by (同比)"
    private static string Show(ValueChange? change, string text) =>
        change is null ? "" : $", {Name(change.Direction)} {Name(change.Role)}{(change.BasisSpan is { } basis ? $" ({basis.Of(text)})" : "")}";

    private static string Show(RecognizedValue value)
    {
        var text = value.Value switch
        {
            NumberValue number => Signed(number.Approximation) + (number.Value is { } one ? Show(one) : $"{(number.Min is { } low ? Show(low) : "")} to {(number.Max is { } high ? Show(high) : "")}") + (number.Currency is { } currency ? " " + currency : number.Unit.Length > 0 ? " " + number.Unit : ""),
            TimeValue time => time.Edtf ?? Show(time.Start, time.HasTimeOfDay) ?? "open",
            DurationValue duration => Signed(duration.Approximation) + (duration.Iso ?? (duration.MinIso is { } shortest ? $"{shortest} to {duration.MaxIso}" : "open")),
            _ => "open",
        };
        return value.Unit is { } unit ? $"{text} ({unit.Dimension})" : text;
    }

    private static string Signed(Approximation approximation) => approximation switch
    {
        Approximation.About => "about ",
        Approximation.Over => "over ",
        Approximation.Under => "under ",
        _ => "",
    };

    private static string Show(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Show(DateTime? time, bool hasTimeOfDay) => time?.ToString(hasTimeOfDay ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Decimal strings: a JSON number would lose digits in many a reader.
    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? number) => WriteOptional(writer, name, number is { } given ? Show(given) : null);

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteApproximation(Utf8JsonWriter writer, Approximation approximation)
    {
        if (approximation != Approximation.Exact)
        {
            writer.WriteString("approximation"u8, approximation.ToString().ToLowerInvariant());
        }
    }
}
