using NewsExtract.Learning.Models;

namespace NewsExtract.Cli.Commands;

/// <summary>Loads model files; what is wrong with one is one line.</summary>
internal static class ModelFiles
{
    /// <exception cref="CommandException">The file is missing or no model of mentions.</exception>
    public static MentionModel LoadMentions(string path) => Load(path, MentionModel.Load);

    /// <exception cref="CommandException">The file is missing or no model of facts.</exception>
    public static FactModel LoadFacts(string path) => Load(path, FactModel.Load);

    /// <returns>One of <see cref="ModelKind"/>.</returns>
    /// <exception cref="CommandException">The file is missing or no model.</exception>
    public static string KindOf(string path) => Load(path, ModelKind.Of);

    private static T Load<T>(string path, Func<string, T> load)
    {
        try
        {
            return load(path);
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
}
