using System.Globalization;
using System.Text;
using NewsExtract.Storage.Queries;
using Spectre.Console;

namespace NewsExtract.Cli.Output;

/// <summary>Answers of a store as a table, JSON lines or CSV (RFC 4180, UTF-8 with a mark so that Excel knows it).</summary>
internal sealed class QueryOutput(Terminal terminal, string format)
{
    private const int DefaultWidth = 120;

    public bool IsTable => format == "table";

    public void WriteFacts(IReadOnlyList<FactHit> facts, Func<long> count)
    {
        var rows = facts.Select(QueryRow.Of);
        if (!IsTable)
        {
            WriteRows(rows);
            return;
        }

        WriteTable(
            ["id", "date", "type", "roles", "evidence", "source"],
            facts.Select(static fact => new[] { fact.Id, fact.Date ?? "", fact.Modality is { } modality ? $"{fact.Type} ({modality})" : fact.Type, QueryRow.Cell(fact.Arguments), fact.Evidence, Place(fact.Source, fact.ArticleNumber, fact.Reprints) }));
        WriteTotal(facts.Count, count, "facts");
    }

    public void WriteArticles(IReadOnlyList<ArticleHit> articles, Func<long> count)
    {
        if (!IsTable)
        {
            WriteRows(articles.Select(QueryRow.Of));
            return;
        }

        WriteTable(
            ["id", "date", "headline", "text", "facts", "source"],
            articles.Select(static article => new[] { article.Id.ToString(CultureInfo.InvariantCulture), article.Date ?? "", article.Headline ?? "", QueryRow.Snippet(article), article.Facts.ToString(CultureInfo.InvariantCulture), Place(article.Source, article.Number, article.Reprints) }));
        WriteTotal(articles.Count, count, "articles");
    }

    public void WriteLinks(IReadOnlyList<LinkHit> links)
    {
        if (!IsTable)
        {
            WriteRows(links.Select(static link => new Dictionary<string, object?>
            {
                ["kind"] = link.Kind.ToString().ToLowerInvariant(),
                ["similarity"] = link.Similarity,
                ["date"] = link.First.Date,
                ["headline"] = link.First.Headline,
                ["source"] = link.First.Source,
                ["article"] = link.First.Number,
                ["sha256"] = link.First.Sha256,
                ["other_date"] = link.Second.Date,
                ["other_headline"] = link.Second.Headline,
                ["other_source"] = link.Second.Source,
                ["other_article"] = link.Second.Number,
                ["other_sha256"] = link.Second.Sha256,
            }));
            return;
        }

        WriteTable(
            ["kind", "same", "date", "headline", "source", "date", "headline", "source"],
            links.Select(static link => new[]
            {
                link.Kind.ToString().ToLowerInvariant(), link.Similarity.ToString("P0", CultureInfo.InvariantCulture),
                link.First.Date ?? "", link.First.Headline ?? "", Place(link.First.Source, link.First.Number),
                link.Second.Date ?? "", link.Second.Headline ?? "", Place(link.Second.Source, link.Second.Number),
            }));
    }

    /// <param name="unreadable">Documents that could not be read at all, so that no date of theirs is known.</param>
    public void WriteCounts(IReadOnlyList<PeriodCount> counts, int unreadable)
    {
        if (!IsTable)
        {
            WriteRows(counts.Select(static count => new Dictionary<string, object?>
            {
                ["period"] = count.Name,
                ["count"] = count.Articles == 0 ? null : count.Facts,
                ["articles"] = count.Articles,
                ["partial"] = count.Partial,
            }));
            return;
        }

        // A month without an issue is not a month of which an issue reports none.
        var most = counts.Max(static count => (long?)count.Facts) ?? 0;
        WriteTable(["period", "count", "", "articles", "note"], WithoutGaps(counts).Select(row => new[]
        {
            row.Period,
            row.Count.Articles == 0 ? "–" : row.Count.Facts.ToString("N0", CultureInfo.InvariantCulture),
            Bar(row.Count.Facts, most),
            row.Count.Articles.ToString("N0", CultureInfo.InvariantCulture),
            row.Count.Articles == 0 ? "no issue" : row.Count.Partial > 0 ? string.Create(CultureInfo.InvariantCulture, $"{row.Count.Partial:N0} not read whole") : "",
        }));
        if (unreadable > 0)
        {
            Print(string.Create(CultureInfo.InvariantCulture, $"{unreadable:N0} inputs could not be read and count nowhere: newsextract ingest --only failed\n"));
        }
    }

    public void WriteRows(IEnumerable<IReadOnlyDictionary<string, object?>> rows)
    {
        switch (format)
        {
            case "jsonl":
                foreach (var row in rows)
                {
                    Print(QueryRow.ToJson(row) + "\n");
                }

                break;
            case "csv":
                WriteCsv(rows);
                break;
            default:
                var all = rows.ToList();
                WriteTable(all.Count > 0 ? [.. all[0].Keys] : [], all.Select(static row => row.Values.Select(QueryRow.Cell).ToArray()));
                break;
        }
    }

    // Years without an issue are one row: 1988-Q3 – 1995-Q3.
    private static IEnumerable<(string Period, PeriodCount Count)> WithoutGaps(IReadOnlyList<PeriodCount> counts)
    {
        for (var i = 0; i < counts.Count; i++)
        {
            var first = i;
            while (counts[first].Articles == 0 && i + 1 < counts.Count && counts[i + 1].Articles == 0)
            {
                i++;
            }

            yield return (first == i ? counts[i].Name ?? "no date" : $"{counts[first].Name} – {counts[i].Name}", counts[i]);
        }
    }

    private void WriteCsv(IEnumerable<IReadOnlyDictionary<string, object?>> rows)
    {
        var isFirst = true;
        foreach (var row in rows)
        {
            Print(isFirst ? "\uFEFF" + QueryRow.ToCsv(row.Keys) : "");
            Print(QueryRow.ToCsv(row.Values));
            isFirst = false;
        }
    }

    public void WriteTable(string[] headers, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var header in headers)
        {
            // Ids are there to be copied.
            table.AddColumn(new TableColumn(Markup.Escape(header)) { NoWrap = header == "id" });
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = terminal.Width ?? DefaultWidth;
        if (headers.Length > 0)
        {
            console.Write(table);
        }

        Print(string.Join('\n', text.ToString().Split('\n').Select(static line => line.TrimEnd())));
    }

    public void WriteTotal(int shown, Func<long> count, string what)
    {
        var all = count();
        Print(shown < all
            ? string.Create(CultureInfo.InvariantCulture, $"{shown:N0} of {all:N0} {what}; --limit shows more\n")
            : string.Create(CultureInfo.InvariantCulture, $"{all:N0} {what}\n"));
    }

    private void Print(string text) => terminal.Output.Write(Encoding.UTF8.GetBytes(text));

    private static string Bar(long count, long most)
    {
        const int Widest = 40;
        return most == 0 || count == 0 ? "" : new string('█', (int)Math.Max(1, Math.Round((double)count * Widest / most)));
    }

    private static string Place(string source, int article, int reprints = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"{source} #{article + 1}") + (reprints == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (+{reprints} reprinted)"));
}
