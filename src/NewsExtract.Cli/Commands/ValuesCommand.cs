using System.CommandLine;
using System.Text;
using NewsExtract.Chinese.Values;
using NewsExtract.Cli.Input;
using NewsExtract.Cli.Output;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract values [FILE|-]</c>: the numbers, money, quantities and dates of a text and what they come to.</summary>
internal static class ValuesCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("FILE")
        {
            Description = "A bulletin in any format that is read, or JSON lines {\"id\", \"text\", \"date\"}; - for standard input.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => InputItem.StandardInput,
        };
        var date = CommonOptions.Date("What relative dates count from (去年, 昨日): 2023-12-01, 2023-12 or 2023; a line's own date wins.");
        var format = new Option<string>("--format", "-f")
        {
            Description = "table: for reading; jsonl: {\"id\", \"values\"} a line, offsets in UTF-16 units.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "jsonl");
        var encoding = CommonOptions.Encoding();
        var command = new Command("values", "Show the numbers, money, quantities and dates of a text and what they come to.") { path, date, format, encoding };
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            var item = Single(CommonOptions.CheckPaths([result.GetRequiredValue(path)])[0]);
            var loader = new SourceLoader(terminal, CommonOptions.CheckEncoding(result.GetValue(encoding)), date: null);
            using var reader = reading.CreateReader(result);
            var reference = CommonOptions.CheckDate(result.GetValue(date));
            try
            {
                var source = item.Problem is { } problem ? throw new DocumentReadException(problem) : loader.Load(item);
                var text = reader.Read(source, cancellation).Text;
                var lines = new ValueLines(terminal, reference);
                var asJson = result.GetValue(format) == "jsonl";
                foreach (var line in lines.Read(text, item.Path))
                {
                    var values = ValueRecognizer.Recognize(line.Text, line.Date);
                    terminal.Output.Write(Encoding.UTF8.GetBytes(asJson ? ValueFormats.Json(line, values) : ValueFormats.Table(line, values)));
                }

                return Task.FromResult(lines.HasBrokenLines ? ExitCodes.Incomplete : ExitCodes.Clean);
            }
            catch (DocumentReadException exception)
            {
                terminal.Error.WriteLine(Terminal.Line(Severity.Error, exception.Diagnostic.Code, $"{item.Path}: {exception.Message}"));
                return Task.FromResult(ExitCodes.Incomplete);
            }
        });
        return command;
    }

    private static InputItem Single(string path)
    {
        var items = InputExpander.Expand([path]);
        return items.Count == 1 ? items[0] : throw new CommandException(DiagnosticCodes.Usage, $"{path} is {items.Count} files — values takes one");
    }
}
