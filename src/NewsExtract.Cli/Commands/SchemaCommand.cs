using System.CommandLine;
using System.Text;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract schema</c></summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("schema", "Print the JSON Schema of a record.");
        var factTypes = new FactTypesOption();
        factTypes.AddTo(command);
        command.SetAction(result => terminal.Output.Write(Encoding.UTF8.GetBytes(RecordSchema.Create(factTypes.Load(result).AddTo(new NewsPipelineBuilder()).FactDefinitions))));
        return command;
    }
}
