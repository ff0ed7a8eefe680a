namespace NewsExtract.Cli.Input;

/// <summary>A small file that an option names: a token, a list of passwords.</summary>
internal static class OptionFile
{
    /// <param name="option">For messages: <c>--token-file</c>.</param>
    /// <param name="read"><see cref="File.ReadAllText(string)"/> or another that takes the path.</param>
    /// <exception cref="CommandException">It is not there, or can't be read.</exception>
    public static T Read<T>(string option, string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException(DiagnosticCodes.NotFound, $"{option} {path}: there is no such file — check the path");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(DiagnosticCodes.Unreadable, $"{option} {path}: it can't be opened ({exception.Message.TrimEnd('.')}) — check its permissions");
        }
    }
}
