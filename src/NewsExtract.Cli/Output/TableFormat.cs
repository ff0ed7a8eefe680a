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

        return text.ToString();
    }

    private void WriteArticle(IAnsiConsole console, ArticleRecord record)
    {
        var article = record.Article;
        var origin = string.Create(CultureInfo.InvariantCulture, $"{record.Source.File}, article {article.Index + 1}");
        console.Write(new Rule(Markup.Escape(origin)) { Justification = Justify.Left, Style = "grey" });
        WriteLine(console, article.Kicker, "grey");
        WriteLine(console, article.Headline ?? "(no headline)", "bold");
        WriteLine(console, article.Subhead, "grey");
        WriteLine(console, string.Join(" · ", Facts("by ", article.Author, "", article.Date, "", article.Source, "", article.Dateline)), "teal");
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
    private static IEnumerable<string> Facts(params string?[] pairs)
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
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2)).AddColumn();
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
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"{Label(definition.Name)} ({facts.Length})\n"), Style.Parse("bold yellow")));
        var used = definition.Roles.Where(role => facts.Any(fact => fact.Roles.ContainsKey(role.Name))).ToList();
        var columns = used.Where(role => role.Required).ToList();
        var others = used.Where(role => !role.Required).ToList();
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = Style.Parse("grey") };
        foreach (var role in columns)
        {
            table.AddColumn(Header(Label(role.Name)));
        }

        if (others.Count > 0)
        {
            table.AddColumn(Header("more"));
        }

        table.AddColumn(Header("evidence"));
        foreach (var fact in facts)
        {
            var cells = columns.Select(role => (IRenderable)new Text(fact.Roles.TryGetValue(role.Name, out var value) ? Show(value) : "")).ToList();
            if (others.Count > 0)
            {
                cells.Add(new Markup(string.Join('\n', others
                    .Where(role => fact.Roles.ContainsKey(role.Name))
                    .Select(role => $"[grey]{Label(role.Name)}[/] {Markup.Escape(Show(fact.Roles[role.Name]))}"))));
            }

            cells.Add(new Text(fact.Evidence.Text, Style.Parse("italic")));
            table.AddRow(cells);
        }

        console.Write(table);
    }

    private static TableColumn Header(string text) => new(new Text(text, Style.Parse("grey")));

    private static string Label(string name) => name.Replace('_', ' ');

    private static string Show(ArgumentValue value) => value switch
    {
        ArgumentValue.Number number => number.Value.ToString("#,0.######", CultureInfo.InvariantCulture),
        ArgumentValue.List list => string.Join("、", list.Values),
        ArgumentValue.Text text => text.Value,
        _ => "",
    };

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
