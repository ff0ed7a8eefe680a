using System.CommandLine;
using System.Globalization;
using System.Text;
using NewsExtract.Evaluation;
using NewsExtract.Learning;
using NewsExtract.Learning.Models;
using NewsExtract.Learning.Sequences;
using NewsExtract.Training;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract model train|evaluate|show</c></summary>
internal static class ModelCommand
{
    public static Command Create(Terminal terminal) => new("model", "Train, measure and show the model that finds mentions beside the rules.")
    {
        CreateTrain(terminal), CreateEvaluate(terminal), CreateShow(terminal),
    };

    /// <exception cref="CommandException">The file is missing or no model.</exception>
    public static MentionModel Load(string path)
    {
        try
        {
            return MentionModel.Load(path);
        }
        catch (ModelFileException exception)
        {
            throw new CommandException(DiagnosticCodes.BrokenModel, exception.Message, ExitCodes.Incomplete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(DiagnosticCodes.NotFound, $"{path}: the model can't be opened — check the path", ExitCodes.Incomplete);
        }
    }

    private static Command CreateTrain(Terminal terminal)
    {
        var output = new Argument<string>("OUT") { Description = "The model file to write." };
        var gold = new Argument<string[]>("GOLD_DIR") { Description = "Folders of bulletins marked in full (NAME.ann).", Arity = ArgumentArity.OneOrMore };
        var sentences = new Option<string[]>("--sentences") { Description = "Files of sentences that mark PER, LOC and ORG alone (CoNLL: a word and its tag a line).", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var calibrate = new Option<string?>("--calibrate") { Description = "Folder of marked bulletins, held out of the training, on which confidence is measured.", HelpName = "DIR" };
        var name = new Option<string>("--name") { Description = "Stands in the producer of what the model finds.", DefaultValueFactory = _ => "mentions" };
        var version = new Option<string>("--version-id") { Description = "The model's version, in the producer too.", HelpName = "VERSION", DefaultValueFactory = _ => "1" };
        var licence = new Option<string>("--licence") { Description = "Licence of the training data, for the manifest.", DefaultValueFactory = _ => "not given" };
        var epochs = new Option<int>("--epochs") { Description = "How often the data is gone through.", DefaultValueFactory = _ => SequenceTraining.Default.Epochs };
        var fast = new Option<bool>("--without-lac") { Description = "Leave out what the tagger LAC-small takes each character for: faster to run, a little less accurate." };
        var command = new Command("train", "Train on bulletins that a person marked. The same data gives the same file.") { output, gold, sentences, calibrate, name, version, licence, epochs, fast };
        command.SetAction((result, cancellation) =>
        {
            var training = new MentionTraining(usesCharacterTags: !result.GetValue(fast));
            foreach (var folder in result.GetRequiredValue(gold))
            {
                training.AddBulletins(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), result.GetRequiredValue(licence), Read(folder));
            }

            foreach (var file in result.GetRequiredValue(sentences))
            {
                training.AddSentences(Path.GetFileName(file), result.GetRequiredValue(licence), ReadSentences(file));
            }

            var settings = SequenceTraining.Default with { Epochs = result.GetValue(epochs) };
            var model = training.Train(
                result.GetRequiredValue(name),
                result.GetRequiredValue(version),
                settings,
                (epoch, loss) => terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pass {epoch} of {settings.Epochs}: loss {loss:F5}")),
                cancellation);
            if (result.GetValue(calibrate) is { } held)
            {
                model = MentionTraining.Calibrate(model, Read(held));
            }

            model.Save(result.GetRequiredValue(output));
            return Task.FromResult(ExitCodes.Clean);
        });
        return command;
    }

    private static Command CreateEvaluate(Terminal terminal)
    {
        var gold = new Argument<string>("GOLD_DIR") { Description = "Folder of NAME.txt with NAME.ann (marks) and NAME.json (facts)." };
        var model = new Option<string?>("--model") { Description = "A model file; the one that comes with the program when left out.", HelpName = "FILE" };
        var command = new Command("evaluate", "Measure rules alone, the model alone and both together, by mention type; and how far confidence can be trusted.") { gold, model };
        command.SetAction((result, cancellation) =>
        {
            var folder = result.GetRequiredValue(gold);
            var loaded = result.GetValue(model) is { } path ? Load(path) : MentionModel.LoadShipped();
            var lines = ModelComparison.Run(loaded, folder, Read(folder), cancellation);
            terminal.Output.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
            return Task.FromResult(ExitCodes.Clean);
        });
        return command;
    }

    private static Command CreateShow(Terminal terminal)
    {
        var model = new Argument<string?>("FILE") { Description = "A model file; the one that comes with the program when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("show", "Print what a model says of itself: data, licences, version, hash.") { model };
        command.SetAction((result, _) =>
        {
            var loaded = result.GetValue(model) is { } path ? Load(path) : MentionModel.LoadShipped();
            terminal.Output.Write(Encoding.UTF8.GetBytes(loaded.Manifest.ToJson() + "\n"));
            return Task.FromResult(ExitCodes.Clean);
        });
        return command;
    }

    private static string[] Read(string folder)
    {
        string[] paths = Directory.Exists(folder)
            ? [.. GoldBulletin.Find(folder)]
            : throw new CommandException(DiagnosticCodes.NotFound, $"{folder}: there is no such folder — check the path", ExitCodes.Incomplete);
        return paths.Length > 0
            ? paths
            : throw new CommandException(DiagnosticCodes.NoTexts, $"{folder}: this folder holds no .ann file — name one with gold bulletins", ExitCodes.Incomplete);
    }

    private static List<LabelledSentence> ReadSentences(string file)
    {
        try
        {
            return [.. LabelledSentences.Read(file)];
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(DiagnosticCodes.BrokenGold, $"{exception.Message} — mend it", ExitCodes.Incomplete);
        }
        catch (IOException)
        {
            throw new CommandException(DiagnosticCodes.NotFound, $"{file}: the file can't be opened — check the path", ExitCodes.Incomplete);
        }
    }
}
