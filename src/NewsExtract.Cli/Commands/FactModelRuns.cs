using System.Globalization;
using NewsExtract.Learning.Models;
using NewsExtract.Training;

namespace NewsExtract.Cli.Commands;

/// <summary>Trains a model of facts and tells what of.</summary>
internal static class FactModelRuns
{
    /// <param name="held">Bulletins to calibrate on; <c>null</c> for none.</param>
    /// <exception cref="CommandException">Too few facts.</exception>
    public static FactModel Train(Terminal terminal, IEnumerable<TrainingFolder> folders, string[]? held, ModelName name, CancellationToken cancellation)
    {
        var training = new FactTraining();
        foreach (var folder in folders)
        {
            training.AddBulletins(folder.Name, folder.Licence, folder.AnnotationPaths, cancellation);
        }

        try
        {
            var model = training.Train(name.Name, name.Version);
            foreach (var data in model.Manifest.Data)
            {
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{data.Name}: {data.Facts} facts of {data.Documents} bulletins, {data.Right} of them right"));
            }

            return held is null ? model : FactTraining.Calibrate(model, held, cancellation);
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(DiagnosticCodes.TooFewFacts, $"{exception.Message} — mark more bulletins (NAME.json)", ExitCodes.Incomplete);
        }
    }
}
