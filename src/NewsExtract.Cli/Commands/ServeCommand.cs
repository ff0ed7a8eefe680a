using System.CommandLine;
using NewsExtract.Batch;
using NewsExtract.Cli.Input;
using NewsExtract.Queue.Blobs;
using NewsExtract.Web;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract serve --store FILE|URL [--urls URL] [--token-file FILE]</c></summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal)
    {
        var access = new AccessOptions();
        var uploads = new Option<string?>("--uploads") { Description = "Folder in which uploaded files are kept; STORE.files beside the store unless given; newsextract.files in the present folder for PostgreSQL.", HelpName = "FOLDER" };
        var tokenizer = CommonOptions.Tokenizer();
        var command = new Command("serve", "Search, read, check and correct a store in the browser; programs use its HTTP API.") { uploads, tokenizer };
        access.AddTo(command);
        var store = new StoreOption();
        store.AddTo(command);
        var model = new ModelOption();
        model.AddTo(command);
        var factTypes = new FactTypesOption();
        factTypes.AddTo(command);
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var web = access.Settings(result, result.GetValue(uploads) ?? (store.Location(result).Contains("://", StringComparison.Ordinal) ? "newsextract" : store.Location(result)) + ".files");
            var types = factTypes.Load(result);
            using var reader = reading.CreateReader(result);
            var tokenizerName = result.GetValue(tokenizer);
            Refusing(() => NewsServer.Check(web));
            using var opened = store.Open(result);
            using var objects = new S3Blobs();
            var builder = types.AddTo(new NewsPipelineBuilder { Reader = reader, Tokenizer = CommonOptions.CreateTokenizer(tokenizerName), MentionReviewer = model.CreateReviewer(result), FactScorer = model.CreateScorer(result) });
            var settings = new IngestSettings
            {
                Pipeline = builder.Build(),
                Reader = reader,
                ReadingKey = reading.Key(result),
                ExtractionKey = $"build={NewsPipeline.BuildId};tokenizer={tokenizerName};model={model.Key(result)};recognizers=;types={types.Key}",
            };
            try
            {
                await NewsServer.RunAsync(opened, settings, [.. builder.FactDefinitions], web with { Blobs = objects }, addresses => terminal.Error.WriteLine($"listening on {string.Join(", ", addresses)} — Ctrl+C ends it"), cancellation).ConfigureAwait(false);
            }
            catch (ServerStartException exception)
            {
                throw new CommandException(exception.Code, exception.Message);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    // A start that is refused leaves no empty store behind.
    private static void Refusing(Action check)
    {
        try
        {
            check();
        }
        catch (ServerStartException exception)
        {
            throw new CommandException(exception.Code, exception.Message);
        }
    }
}
