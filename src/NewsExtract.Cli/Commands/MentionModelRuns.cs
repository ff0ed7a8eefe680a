using System.Globalization;
using NewsExtract.Learning.Models;
using NewsExtract.Learning.Sequences;
using NewsExtract.Training;

namespace NewsExtract.Cli.Commands;

/// <param name="Name">Stands in the manifest.</param>
internal sealed record TrainingFolder(string Name, string Licence, string[] AnnotationPaths);

/// <param name="Name">Stands in the manifest.</param>
internal sealed record TrainingSentences(string Name, string Licence, List<LabelledSentence> Sentences);

internal sealed record ModelName(string Name, string Version);

/// <summary>Trains a model of mentions and tells of each pass.</summary>
internal static class MentionModelRuns
{
    /// <param name="held">Bulletins to calibrate on; <c>null</c> for none.</param>
    public static MentionModel Train(Terminal terminal, IEnumerable<TrainingFolder> folders, IEnumerable<TrainingSentences> corpora, string[]? held, ModelName name, SequenceTraining settings, bool usesCharacterTags, double noise, CancellationToken cancellation)
    {
        var training = new MentionTraining(usesCharacterTags, noise);
        try
        {
            foreach (var folder in folders)
            {
                training.AddBulletins(folder.Name, folder.Licence, folder.AnnotationPaths);
            }

            foreach (var corpus in corpora)
            {
                training.AddSentences(corpus.Name, corpus.Licence, corpus.Sentences);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(DiagnosticCodes.BrokenGold, $"{exception.Message} — mend it", ExitCodes.Incomplete);
        }

        var model = training.Train(
            name.Name,
            name.Version,
            settings,
            (epoch, loss) => terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pass {epoch} of {settings.Epochs}: loss {loss:F5}")),
            cancellation);
        return held is null ? model : MentionTraining.Calibrate(model, held);
    }
}
