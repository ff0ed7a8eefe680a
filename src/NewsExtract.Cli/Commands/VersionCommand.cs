using System.CommandLine;
using System.Text;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract version</c></summary>
internal static class VersionCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("version", "Print the versions of the program, of its records and of .NET.");
        command.SetAction(_ => terminal.Output.Write(Encoding.UTF8.GetBytes(
            $"{NewsPipeline.Generator.Name} {NewsPipeline.Generator.Version}, record schema {ArticleRecord.CurrentSchemaVersion}, .NET {Environment.Version}\n")));
        return command;
    }
}
