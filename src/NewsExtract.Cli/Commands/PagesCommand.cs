using System.CommandLine;
using System.Text;
using NewsExtract.Cli.Input;
using NewsExtract.Cli.Output;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract pages PATH…</c>: the text in reading order, by page, as spans of records count it.</summary>
internal static class PagesCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = CommonOptions.Paths("Bulletins, folders, globs, or - for standard input.");
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: the lines in reading order, a form feed between pages; json: an object a file, with the box, size and role of each line; without them where a file has no pages.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var image = new Option<string?>("--image") { Description = "Folder for a picture of each page (NAME-3.svg): the boxes of its lines, coloured by role and numbered in reading order, over the page as pdftoppm draws it or, without that, over its text.", HelpName = "DIR" };
        var encoding = CommonOptions.Encoding();
        var reading = new ReadingOptions();
        var command = new Command("pages", "Print the text of bulletins in reading order, by page.") { paths, format, image, encoding };
        reading.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            var items = InputExpander.Expand(CommonOptions.CheckPaths(result.GetRequiredValue(paths)));
            var loader = new SourceLoader(terminal, CommonOptions.CheckEncoding(result.GetValue(encoding)), date: null);
            using var reader = reading.CreateReader(result);
            var exitCode = ExitCodes.Clean;
            foreach (var item in items)
            {
                try
                {
                    var source = item.Problem is { } problem ? throw new DocumentReadException(problem) : loader.Load(item);
                    var document = reader.Read(source, cancellation);
                    terminal.Output.Write(Encoding.UTF8.GetBytes(result.GetValue(format) == "json" ? PagesJson.Render(document) : document.Text));
                    var diagnostics = document.Diagnostics;
                    if (result.GetValue(image) is { } folder && PagePictures.Write(document, source.Bytes, item, folder, cancellation) is { } lack)
                    {
                        diagnostics = diagnostics.Add(lack);
                    }

                    foreach (var line in DiagnosticLines.Of(diagnostics, item.Path, document.Pages))
                    {
                        terminal.Error.WriteLine(line);
                    }

                    exitCode = document.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCodes.Incomplete : exitCode;
                }
                catch (DocumentReadException exception)
                {
                    terminal.Error.WriteLine(Terminal.Line(Severity.Error, exception.Diagnostic.Code, $"{item.Path}: {exception.Message}"));
                    exitCode = ExitCodes.Incomplete;
                }
            }

            return Task.FromResult(exitCode);
        });
        return command;
    }
}
