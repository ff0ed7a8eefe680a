using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsExtract.Cli.Output;

/// <summary>A summary for a person: each article's head, its names by type, its facts by type with their evidence.</summary>
/// <param name="definitions">In the order in which fact types are shown.</param>
/// <param name="width">Columns of the terminal; <c>null</c> when there is none, which turns colours off too.</param>
internal sealed class TableFormat(ImmutableArray<FactDefinition> definitions, int? width) : RecordFormat
{
    private const int DefaultWidth = 120;

    public override string? Extension => null;

    public override string Separator => "\n";

    public override string Render(ExtractionResult result)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = width is null ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = width is null ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new FixedOutput(text, width ?? DefaultWidth),
        });
        var isFirst = true;
        foreach (var record in result.ToRecords())
        {
            if (!isFirst)
            {
                console.WriteLine();
            }

            isFirst = false;
            WriteArticle(console, record);
        }

        return width is null ? TrimLines(text.ToString()) : text.ToString();
    }

    // Cells are padded to their width; in a file or pipe that is no use at the end of a line.
    private static string TrimLines(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd(' ')));

    private void WriteArticle(IAnsiConsole console, ArticleRecord record)
    {
        var article = record.Article;
        var origin = string.Create(CultureInfo.InvariantCulture, $"{record.Source.File}, article {article.Index + 1}");
        console.Write(new Rule(Markup.Escape(origin)) { Justification = Justify.Left, Style = "grey" });
        WriteLine(console, article.Kicker, "grey");
        WriteLine(console, article.Headline ?? "(no headline)", "bold");
        WriteLine(console, article.Subhead, "grey");
        var dateline = article.Dateline == article.Source ? null : article.Dateline;
        WriteLine(console, string.Join(" · ", Given("by ", article.Author, "", article.Date, "", article.Source, "", dateline)), "teal");
        WriteNames(console, record);
        foreach (var definition in definitions)
        {
            WriteFacts(console, definition, [.. record.Facts.Where(fact => fact.Type == definition.Name)]);
        }

        if (record.Facts.IsEmpty)
        {
            console.MarkupLine("[grey]no facts found[/]");
        }
    }

    // Pairs of a prefix and a value; values that the article does not give are left out.
    private static IEnumerable<string> Given(params string?[] pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i + 1] is { } value)
            {
                yield return pairs[i] + value;
            }
        }
    }

    private static void WriteLine(IAnsiConsole console, string? text, string style)
    {
        if (!string.IsNullOrEmpty(text))
        {
            console.Write(new Text(text + "\n", Style.Parse(style)));
        }
    }

    private static void WriteNames(IAnsiConsole console, ArticleRecord record)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn();
        var any = false;
        foreach (var type in EntityTypes.All)
        {
            var names = record.Entities.Where(entity => entity.Type == type.Label()).Select(entity => entity.Name).Distinct().ToList();
            if (names.Count > 0)
            {
                any = true;
                grid.AddRow(new Text(type.Label(), Style.Parse("grey")), new Text(string.Join("、", names)));
            }
        }

        if (any)
        {
            console.WriteLine();
            console.Write(grid);
        }
    }

    private static void WriteFacts(IAnsiConsole console, FactDefinition definition, ImmutableArray<FactRecord> facts)
    {
        if (facts.IsEmpty)
        {
            return;
        }

        console.WriteLine();
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"{FactCells.Label(definition.Name)} ({facts.Length})\n"), Style.Parse("bold yellow")));
        var layout = new FactCells(definition, facts);
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = Style.Parse("grey") };
        foreach (var role in layout.Columns)
        {
            table.AddColumn(Header(FactCells.Label(role)));
        }

        AddColumnIf(table, layout.HasAmount, "value");
        AddColumnIf(table, layout.ShowsModality, "modality");
        AddColumnIf(table, !layout.Others.IsEmpty, "more");
        AddColumnIf(table, layout.ShowsConfidence, "sure");
        AddColumnIf(table, layout.ShowsEvidence, "evidence");
        foreach (var fact in facts)
        {
            table.AddRow(Row(layout, fact));
        }

        console.Write(table);
    }

    private static IEnumerable<IRenderable> Row(FactCells layout, FactRecord fact)
    {
        foreach (var role in layout.Columns)
        {
            yield return new Text(FactCells.Show(fact, role));
        }

        if (layout.HasAmount)
        {
            yield return new Text(FactCells.ShowAmount(fact));
        }

        if (layout.ShowsModality)
        {
            yield return new Text(fact.Modality ?? "");
        }

        if (!layout.Others.IsEmpty)
        {
            yield return new Markup(string.Join('\n', layout.Others
                .Where(fact.Roles.ContainsKey)
                .Select(role => $"[grey]{FactCells.Label(role)}[/] {Markup.Escape(FactCells.Show(fact, role))}")));
        }

        if (layout.ShowsConfidence)
        {
            yield return new Text(fact.Confidence?.ToString("F2", CultureInfo.InvariantCulture) ?? "");
        }

        if (layout.ShowsEvidence)
        {
            yield return new Text(fact.Evidence.Text, Style.Parse("italic"));
        }
    }

    private static void AddColumnIf(Table table, bool isShown, string name)
    {
        if (isShown)
        {
            table.AddColumn(Header(name));
        }
    }

    private static TableColumn Header(string text) => new(new Text(text, Style.Parse("grey")));

    private sealed class FixedOutput(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => width;

        public int Height => 40;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
