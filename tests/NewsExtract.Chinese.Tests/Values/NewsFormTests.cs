using System.Globalization;
using NewsExtract.Chinese.Values;

namespace NewsExtract.Chinese.Tests.Values;

/// <summary>The forms of news-forms.txt, which Chinese news prints and peers' suites hardly test.</summary>
public class NewsFormTests
{
    [Fact]
    public void Every_form_reads_as_written_down()
    {
        PartialDate? date = null;
        var count = 0;
        var wrong = new List<string>();
        using var reader = new StreamReader(typeof(NewsFormTests).Assembly.GetManifestResourceStream("news-forms.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[') && PartialDate.TryParse(line[1..^1], out var parsed))
            {
                date = parsed;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                var bar = line.IndexOf(" |", StringComparison.Ordinal);
                var (text, expected) = (line[..bar], line[(bar + 2)..].Trim());
                var read = string.Join(" ; ", ValueRecognizer.Recognize(text, date).Where(value => !value.IsPart).Select(value => Show(value, text)));
                count++;
                if (read != expected)
                {
                    wrong.Add($"{text} reads {read}, not {expected}");
                }
            }
        }

        Assert.True(count > 250, $"{count} forms");
        Assert.Empty(wrong);
    }

    private static string Show(RecognizedValue value, string text)
    {
        var shown = value.Value switch
        {
            NumberValue number => Approximate(number.Approximation) + (number.Value is { } one ? Show(one) : $"{Show(number.Min!.Value)} to {Show(number.Max!.Value)}")
                + (number.Currency is { } currency ? " " + currency : number.Unit.Length > 0 ? " " + number.Unit : ""),
            DurationValue duration => Approximate(duration.Approximation) + (duration.Iso ?? (duration.MinIso is { } shortest ? $"{shortest} to {duration.MaxIso}" : "open")),
            TimeValue time => time.Edtf ?? "open",
            _ => "open",
        };
        return $"{value.Kind.ToString().ToLowerInvariant()} {value.Span.Of(text)} = {shown}";
    }

    private static string Show(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Approximate(Approximation approximation) => approximation == Approximation.Exact ? "" : approximation.ToString().ToLowerInvariant() + " ";
}
