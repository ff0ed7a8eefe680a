using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsExtract.Cli.Output;

/// <summary>Diagnostics as lines for a person: what is said of many pages of a file is said once, with the pages.</summary>
internal static partial class DiagnosticLines
{
    /// <summary>Infos are left out.</summary>
    public static IEnumerable<string> Of(ImmutableArray<Diagnostic> diagnostics, string path, ImmutableArray<Page> pages)
    {
        var groups = diagnostics.Where(static diagnostic => diagnostic.Severity != Severity.Info)
            .GroupBy(static diagnostic => (diagnostic.Code, diagnostic.Severity, Text: PageNumber().Replace(diagnostic.Message, "page {0}")));
        foreach (var group in groups)
        {
            var first = group.First();
            var numbers = group.Select(static diagnostic => PageNumber().Match(diagnostic.Message)).Where(static match => match.Success)
                .Select(static match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order().ToList();
            var message = numbers.Count > 1 ? $"{group.Key.Text.Replace("page {0}", "a page", StringComparison.Ordinal)} — {numbers.Count} of {pages.Length} pages: {Ranges(numbers)}" : first.Message;
            yield return Terminal.Line(first.Severity, first.Code, $"{path}: {message}");
        }
    }

    /// <summary>3–7, 9</summary>
    internal static string Ranges(List<int> numbers)
    {
        var parts = new List<string>();
        for (var i = 0; i < numbers.Count;)
        {
            var end = i;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
            {
                end++;
            }

            parts.Add(end == i ? string.Create(CultureInfo.InvariantCulture, $"{numbers[i]}") : string.Create(CultureInfo.InvariantCulture, $"{numbers[i]}–{numbers[end]}"));
            i = end + 1;
        }

        return string.Join(", ", parts);
    }

    [GeneratedRegex(@"\bpage (\d+)\b")]
    private static partial Regex PageNumber();
}
