using System.Globalization;
using System.Text.Json;

namespace NewsExtract.Cli.Input;

/// <summary>A text whose values are asked for.</summary>
/// <param name="Date">What its relative dates count from.</param>
internal sealed record ValueLine(string Id, string Text, PartialDate? Date);

/// <summary>Parts an input into texts: JSON lines as they say, any other text line by line, with line numbers as ids.</summary>
/// <param name="date">For texts without a date of their own.</param>
internal sealed class ValueLines(Terminal terminal, PartialDate? date)
{
    /// <summary>A line was left out, or its date.</summary>
    public bool HasBrokenLines { get; private set; }

    /// <param name="path">To name in what is wrong (NX2009); the other lines go on.</param>
    public IEnumerable<ValueLine> Read(string text, string path)
    {
        var asJson = text.AsSpan().TrimStart() is ['{', ..];
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var id = number.ToString(CultureInfo.InvariantCulture);
            if ((asJson ? Parse(line, $"{path}:{id}") : new ValueLine(id, line, date)) is { } read)
            {
                yield return read;
            }
        }
    }

    private ValueLine? Parse(string line, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var own = root.TryGetProperty("date", out var given) && given.ValueKind != JsonValueKind.Null ? given.GetString() : null;
            PartialDate parsed = default;
            if (own is not null && !PartialDate.TryParse(own, out parsed))
            {
                Report($"{place}: '{own}' is no date, the text is read without one — write 2023-12-01, 2023-12 or 2023");
                return new ValueLine(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, null);
            }

            return new ValueLine(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, own is null ? date : parsed);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Report($"{place}: this is no line {{\"id\", \"text\", \"date\"}}, it is left out ({exception.Message}) — mend it");
            return null;
        }
    }

    private void Report(string message)
    {
        HasBrokenLines = true;
        terminal.Error.WriteLine(Terminal.Line(Severity.Error, DiagnosticCodes.BrokenLine, message));
    }
}
