using System.Globalization;
using System.Net;
using System.Text;
using NewsExtract.Storage;

namespace NewsExtract.Batch.Reports;

/// <summary>A page that opens with no program beside the browser and asks no other host for anything; what failed comes first.</summary>
internal static class HtmlReport
{
    private const string Style = """
        body{font:15px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem;color:#222}
        h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
        table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #e3e3e3;vertical-align:top}
        th{background:#f5f5f2;position:sticky;top:0;width:40%}th.n{width:7rem;white-space:nowrap}.n{text-align:right}td.n{font-variant-numeric:tabular-nums}td{overflow-wrap:anywhere}
        .failed{color:#a4231b}.partial{color:#8a5a00}code{font-size:.9em}.settings{color:#666;font-size:.9em;word-break:break-all}
        """;

    private static readonly (RunOutcome Outcome, string Title)[] s_sections =
    [
        (RunOutcome.Failed, "Failed 失败"), (RunOutcome.Stored, "Stored 已入库"), (RunOutcome.Extracted, "Extracted again 重新抽取"),
        (RunOutcome.Duplicate, "Duplicates 重复"), (RunOutcome.Unchanged, "Unchanged 未变"),
    ];

    public static void Write(Stream output, NewsStore store, long run)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        var summary = store.FindRunSummary(run);
        writer.WriteLine("<!doctype html>");
        writer.WriteLine($"<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>NewsExtract: run {Number(run)}</title><style>{Style}</style>");
        writer.WriteLine($"<h1>Run {Number(run)} 入库报告</h1>");
        writer.WriteLine($"<p>{Text(summary.Started)} – {Text(summary.Finished ?? "not finished 未完成")}, NewsExtract {Text(summary.Version)}</p>");
        writer.WriteLine($"<p class=\"settings\">{Text(summary.ReadingKey)}<br>{Text(summary.ExtractionKey)}</p>");
        var entries = store.FindRun(run).ToLookup(static entry => entry.Outcome);
        WriteTotals(writer, entries);
        foreach (var (outcome, title) in s_sections)
        {
            WriteSection(writer, title, entries[outcome]);
        }

        writer.WriteLine("</html>");
    }

    private static void WriteTotals(StreamWriter writer, ILookup<RunOutcome, RunEntry> entries) => writer.WriteLine(
        $"<p>{string.Join(" · ", s_sections.Where(section => entries.Contains(section.Outcome)).Select(section => $"{section.Title}: <b>{Number(entries[section.Outcome].Count())}</b>"))}</p>");

    private static void WriteSection(StreamWriter writer, string title, IEnumerable<RunEntry> entries)
    {
        var isOpen = false;
        foreach (var entry in entries)
        {
            if (!isOpen)
            {
                writer.WriteLine($"<h2>{title}</h2>");
                writer.WriteLine("<table><tr><th>Input 文件<th class=\"n\">Seconds 用时<th class=\"n\">Articles 文章<th class=\"n\">Facts 事实<th>Diagnostics 说明");
                isOpen = true;
            }

            writer.WriteLine($"<tr><td>{Text(entry.Path)}<td class=\"n\">{entry.Seconds.ToString("0.0", CultureInfo.InvariantCulture)}<td class=\"n\">{Number(entry.Articles)}<td class=\"n\">{Number(entry.Facts)}<td>{string.Join("<br>", entry.Diagnostics.Select(Describe))}");
        }

        if (isOpen)
        {
            writer.WriteLine("</table>");
        }
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var style = diagnostic.Severity switch
        {
            Severity.Error => " class=\"failed\"",
            Severity.Warning => " class=\"partial\"",
            _ => "",
        };
        return $"<span{style}><code>{Text(diagnostic.Code)}</code> {Text(diagnostic.Message)}</span>";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
