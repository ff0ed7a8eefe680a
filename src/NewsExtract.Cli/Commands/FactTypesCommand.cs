using System.CommandLine;
using System.Globalization;
using System.Text;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract fact-types check FILE…</c></summary>
internal static class FactTypesCommand
{
    public static Command Create(Terminal terminal) => new("fact-types", "Fact types of your own, declared in a file.") { CreateCheck(terminal) };

    private static Command CreateCheck(Terminal terminal)
    {
        var paths = new Argument<string[]>("FILE") { Description = "Files that declare fact types.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Check files that declare fact types and run their examples.") { paths };
        command.SetAction((result, cancellation) =>
        {
            var exitCode = ExitCodes.Clean;
            foreach (var path in result.GetRequiredValue(paths))
            {
                var file = LoadedFactTypes.Open(path);
                var outcome = file.RunExamples(cancellation);
                foreach (var failure in outcome.Failures)
                {
                    terminal.Error.WriteLine(Terminal.Line(failure.Severity, failure.Code, failure.Message));
                    exitCode = ExitCodes.Incomplete;
                }

                var names = string.Join(", ", file.Extractors.Select(static extractor => extractor.Definition.Name));
                terminal.Output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path}: {names}; {outcome.Examples} examples, {outcome.Failures.Length} failed\n")));
            }

            return Task.FromResult(exitCode);
        });
        return command;
    }
}
