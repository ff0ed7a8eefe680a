using System.CommandLine;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands.Corrections;

/// <summary><c>newsextract corrections accept|reject|edit|add|undo|list|show|export|import</c></summary>
internal static class CorrectionsCommand
{
    public static Command Create(Terminal terminal) => new("corrections", "Accept, reject, edit or add facts and mentions of a store; nothing that was said is deleted, and all of it outlives the next extraction (docs/corrections.md).")
    {
        CorrectionMaking.CreateAccept(terminal),
        CorrectionMaking.CreateReject(terminal),
        CorrectionMaking.CreateEdit(terminal),
        CorrectionMaking.CreateAdd(terminal),
        CorrectionMaking.CreateUndo(terminal),
        CorrectionReading.CreateList(terminal),
        CorrectionReading.CreateShow(terminal),
        CorrectionTransfer.CreateExport(terminal),
        CorrectionTransfer.CreateImport(terminal),
    };

    /// <summary>Who says so: the login name unless given.</summary>
    public static Option<string> By() => new("--by") { Description = "Who says so.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };

    /// <summary>Runs on a store that is there, and tells what is wrong in one line.</summary>
    public static int Run(StoreOption store, ParseResult result, Func<NewsStore, int> work)
    {
        using var opened = store.OpenPresent(result);
        try
        {
            return work(opened);
        }
        catch (StoreException exception)
        {
            throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
        }
    }
}
