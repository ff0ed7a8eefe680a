using System.CommandLine;
using NewsExtract.Queue;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands;

/// <summary><c>--queue amqp://…</c>: where work is handed out to several machines.</summary>
internal sealed class QueueOption(bool required)
{
    private readonly Option<string?> _option = new("--queue")
    {
        Description = "The broker that hands work out to workers: amqp://user:password@host:5672, amqps with TLS. The store must be a PostgreSQL database.",
        HelpName = "URL",
        Required = required,
    };

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <returns><c>null</c> when it is not given.</returns>
    /// <exception cref="CommandException">NX5001: it is no such address.</exception>
    public QueueAddress? Find(ParseResult result)
    {
        if (result.GetValue(_option) is not { } text)
        {
            return null;
        }

        try
        {
            return new QueueAddress(text);
        }
        catch (QueueException exception)
        {
            throw new CommandException(exception.Diagnostic.Code, exception.Message);
        }
    }

    /// <summary>Runs what uses store and queue, and tells what went wrong as the command does.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (QueueException exception)
        {
            throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
        }
        catch (StoreException exception)
        {
            throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
        }
        catch (DocumentReadException exception)
        {
            throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
        }
    }
}
