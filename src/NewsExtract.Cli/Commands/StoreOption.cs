using System.CommandLine;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands;

/// <summary><c>--store FILE|URL</c>: where records are kept.</summary>
internal sealed class StoreOption
{
    private readonly Option<string> _option = new("--store", "-s")
    {
        Description = "The store: a file (SQLite; made where there is none), or postgres://user:password@host:port/database.",
        HelpName = "FILE|URL",
        Required = true,
    };

    public void AddTo(Command command) => command.Options.Add(_option);

    public string Location(ParseResult result) => result.GetRequiredValue(_option);

    /// <summary>Opens the store, and makes it where there is none.</summary>
    /// <exception cref="CommandException">NX3001 to NX3005: it can't be opened.</exception>
    public NewsStore Open(ParseResult result)
    {
        var location = result.GetRequiredValue(_option);
        try
        {
            return NewsStore.Open(location, new StoreOptions { Fold = SearchFolding.Fold });
        }
        catch (StoreException exception)
        {
            throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
        }
    }

    /// <summary>Opens a store that several machines write to.</summary>
    /// <exception cref="CommandException">NX5010: only one machine can write to a file, which is not made; NX3001 to NX3005.</exception>
    public NewsStore OpenShared(ParseResult result)
    {
        var location = result.GetRequiredValue(_option);
        return NewsStore.IsSharedAt(location)
            ? Open(result)
            : throw new CommandException("NX5010", $"{location}: several machines can't write to a file — name a PostgreSQL database: --store postgres://user:password@host/database");
    }

    /// <summary>Opens a store that must be there: a question makes none.</summary>
    /// <exception cref="CommandException">NX2001 for a file that is not there; NX3001 to NX3005.</exception>
    public NewsStore OpenPresent(ParseResult result)
    {
        var location = result.GetRequiredValue(_option);
        return location.Contains("://", StringComparison.Ordinal) || File.Exists(location)
            ? Open(result)
            : throw new CommandException(DiagnosticCodes.NotFound, $"--store {location}: there is no such store — check the path, or make it: newsextract ingest PATH --store {location}", ExitCodes.Incomplete);
    }
}
