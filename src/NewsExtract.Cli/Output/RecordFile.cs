namespace NewsExtract.Cli.Output;

/// <summary>Writes a whole file or none: under a temporary name beside it first, then renamed.</summary>
internal static class RecordFile
{
    /// <exception cref="DocumentReadException">NX2007: the folder or file can't be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            try
            {
                using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
                {
                    write(stream);
                }

                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentReadException(
                new Diagnostic(DiagnosticCodes.CannotWrite, Severity.Error, $"{path} can't be written ({exception.Message.TrimEnd('.')}) — check the output folder and the disk"),
                exception);
        }
    }
}
