using NewsExtract.Batch;

namespace NewsExtract.Web.Jobs;

/// <summary>A file on the server's disk as an input.</summary>
internal static class FileInput
{
    public static BatchInput Of(string path, string name)
    {
        var file = new FileInfo(path);
        return new BatchInput(path, name, () => Load(path)) { Bytes = file.Exists ? file.Length : null, Modified = file.Exists ? file.LastWriteTimeUtc.Ticks : null };
    }

    /// <exception cref="DocumentReadException">NX2001 or NX2002.</exception>
    private static ReadOnlyMemory<byte> Load(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DocumentReadException(new Diagnostic("NX2001", Severity.Error, "the file is not there any more — upload it again"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentReadException(new Diagnostic("NX2002", Severity.Error, $"the file can't be read ({exception.Message.TrimEnd('.')}) — check its permissions and the disk"));
        }
    }
}
