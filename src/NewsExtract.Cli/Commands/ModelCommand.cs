using System.CommandLine;
using System.Text;
using NewsExtract.Evaluation;
using NewsExtract.Learning.Models;
using NewsExtract.Learning.Sequences;
using NewsExtract.Training;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract model train|evaluate|show</c></summary>
internal static class ModelCommand
{
    public static Command Create(Terminal terminal) => new("model", "Train, measure and show the models: of mentions, beside the rules, and of facts, which says how sure each is.")
    {
        CreateTrain(terminal), CreateEvaluate(terminal), CreateShow(terminal),
    };

    private static Command CreateTrain(Terminal terminal)
    {
        var output = new Argument<string>("OUT") { Description = "The model file to write." };
        var gold = new Argument<string[]>("GOLD_DIR") { Description = "Folders of bulletins that a person marked: mentions in NAME.ann, facts in NAME.json.", Arity = ArgumentArity.OneOrMore };
        var kind = new Option<string>("--kind") { Description = "What it judges: mentions, or the facts that rules make of them.", DefaultValueFactory = _ => ModelKind.Mentions };
        kind.AcceptOnlyFromAmong(ModelKind.Mentions, ModelKind.Facts);
        var calibrate = new Option<string?>("--calibrate") { Description = "Folder of marked bulletins, held out of the training, on which confidence is measured.", HelpName = "DIR" };
        var name = new Option<string?>("--name") { Description = "The model's name, in the producer of mentions that it finds; its kind unless given." };
        var version = new Option<string>("--version-id") { Description = "The model's version, beside its name.", HelpName = "VERSION", DefaultValueFactory = _ => "1" };
        var licence = new Option<string>("--licence") { Description = "Licence of the training data, for the manifest.", DefaultValueFactory = _ => "not given" };
        var sentences = new Option<string[]>("--sentences") { Description = "For mentions: files of sentences that mark PER, LOC and ORG alone (CoNLL: a word and its tag a line).", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var epochs = new Option<int>("--epochs") { Description = "For mentions: how often the data is gone through.", DefaultValueFactory = _ => SequenceTraining.Default.Epochs };
        var fast = new Option<bool>("--without-lac") { Description = "For mentions: leave out what the tagger LAC-small takes each character for: faster to run, a little less accurate." };
        var noise = new Option<double>("--noise") { Description = "For mentions: the share of the bulletins, from 0 to 1, that are learnt once more with characters misread as OCR does.", HelpName = "SHARE" };
        noise.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError("a share from 0 to 1 is wanted");
            }
        });
        var command = new Command("train", "Train on bulletins that a person marked. The same data gives the same file.") { output, gold, kind, calibrate, name, version, licence, sentences, epochs, fast, noise };
        command.SetAction((result, cancellation) =>
        {
            var modelKind = result.GetRequiredValue(kind);
            var folders = result.GetRequiredValue(gold).Select(folder => new TrainingFolder(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), result.GetRequiredValue(licence), Read(folder))).ToList();
            var held = result.GetValue(calibrate) is { } path ? Read(path) : null;
            var named = new ModelName(result.GetValue(name) ?? modelKind, result.GetRequiredValue(version));
            if (modelKind == ModelKind.Facts)
            {
                CheckAbsent(result, sentences, epochs, fast, noise);
                FactModelRuns.Train(terminal, folders, held, named, cancellation).Save(result.GetRequiredValue(output));
                return Task.FromResult(ExitCodes.Clean);
            }

            var settings = SequenceTraining.Default with { Epochs = result.GetValue(epochs) };
            var corpora = result.GetRequiredValue(sentences).Select(file => new TrainingSentences(Path.GetFileName(file), result.GetRequiredValue(licence), ReadSentences(file)));
            MentionModelRuns.Train(terminal, folders, corpora, held, named, settings, usesCharacterTags: !result.GetValue(fast), result.GetValue(noise), cancellation).Save(result.GetRequiredValue(output));
            return Task.FromResult(ExitCodes.Clean);
        });
        return command;
    }

    private static Command CreateEvaluate(Terminal terminal)
    {
        var gold = new Argument<string>("GOLD_DIR") { Description = "Folder of NAME.txt with NAME.ann (marks) and NAME.json (facts)." };
        var model = ModelOf();
        var kind = KindOf();
        var command = new Command("evaluate", "Measure a model. Of mentions: rules alone, the model alone and both, by type. Of facts: how many are right. Of either: how far confidence can be trusted.") { gold, model, kind };
        command.SetAction((result, cancellation) =>
        {
            var folder = result.GetRequiredValue(gold);
            var paths = Read(folder);
            var file = result.GetValue(model);
            var lines = Kind(file, result.GetValue(kind)) == ModelKind.Facts
                ? FactModelReport.Run(file is null ? FactModel.LoadShipped() : ModelFiles.LoadFacts(file), paths, cancellation)
                : ModelComparison.Run(file is null ? MentionModel.LoadShipped() : ModelFiles.LoadMentions(file), folder, paths, cancellation);
            terminal.Output.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
            return Task.FromResult(ExitCodes.Clean);
        });
        return command;
    }

    private static Command CreateShow(Terminal terminal)
    {
        var model = new Argument<string?>("FILE") { Description = "A model file; the one that comes with the program when left out.", Arity = ArgumentArity.ZeroOrOne };
        var kind = KindOf();
        var command = new Command("show", "Print what a model says of itself: data, licences, version, hash.") { model, kind };
        command.SetAction((result, _) =>
        {
            var file = result.GetValue(model);
            var manifest = Kind(file, result.GetValue(kind)) == ModelKind.Facts
                ? (file is null ? FactModel.LoadShipped() : ModelFiles.LoadFacts(file)).Manifest.ToJson()
                : (file is null ? MentionModel.LoadShipped() : ModelFiles.LoadMentions(file)).Manifest.ToJson();
            terminal.Output.Write(Encoding.UTF8.GetBytes(manifest + "\n"));
            return Task.FromResult(ExitCodes.Clean);
        });
        return command;
    }

    private static Option<string?> ModelOf() => new("--model") { Description = "A model file; the one that comes with the program when left out.", HelpName = "FILE" };

    private static Option<string?> KindOf()
    {
        var kind = new Option<string?>("--kind") { Description = "Which of the program's own models: mentions (unless given) or facts; a file says it itself." };
        kind.AcceptOnlyFromAmong(ModelKind.Mentions, ModelKind.Facts);
        return kind;
    }

    private static string Kind(string? file, string? kind)
    {
        if (file is null)
        {
            return kind ?? ModelKind.Mentions;
        }

        var found = ModelFiles.KindOf(file);
        return kind is null || kind == found ? found : throw new CommandException(DiagnosticCodes.Usage, $"--kind {kind}: {file} is a model of {found} — leave --kind out");
    }

    private static void CheckAbsent(ParseResult result, params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
        {
            if (result.GetResult(option) is { Implicit: false })
            {
                throw new CommandException(DiagnosticCodes.Usage, $"{option.Name} is for models of mentions — leave it out");
            }
        }
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
