using System.Globalization;

namespace NewsExtract.Batch;

/// <summary>The bytes of a source, of which there may not be too many.</summary>
public static class SourceBytes
{
    /// <summary>At most: decoded text takes twice as much again, and no issue of a paper comes near.</summary>
    public const int Most = 256 * 1024 * 1024;

    /// <summary>A file as an input of a batch, known by its absolute path; it need not be there.</summary>
    /// <param name="name">As records have it.</param>
    public static BatchInput Input(string path, string name)
    {
        var file = new FileInfo(Path.GetFullPath(path));
        return new BatchInput(file.FullName, name, () => Read(file.FullName)) { Bytes = file.Exists ? file.Length : null, Modified = file.Exists ? file.LastWriteTimeUtc.Ticks : null };
    }

    /// <exception cref="DocumentReadException">NX2001, NX2002 or NX2006: it went away, can't be read, or is too large.</exception>
    public static byte[] Read(string path) => Guard(() =>
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var length = stream.CanSeek ? stream.Length : 0;
        if (length > Most)
        {
            throw TooLarge(length);
        }

        if (length == 0)
        {
            // Pipes and the like do not say how long they are.
            return ReadAll(stream);
        }

        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    /// <exception cref="DocumentReadException">NX2002 or NX2006.</exception>
    public static byte[] Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Guard(() => ReadAll(stream));
    }

    private static byte[] Guard(Func<byte[]> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fail("NX2001", "the file is not there any more — check its path, or send it again", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fail("NX2002", $"it can't be opened ({exception.Message.TrimEnd('.')}) — check its permissions and the disk", exception);
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > Most)
            {
                throw TooLarge(buffer.Length + read);
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static DocumentReadException TooLarge(long length) => Fail("NX2006", string.Create(CultureInfo.InvariantCulture, $"it has {length} bytes or more, at most {Most} can be read — split it by issue"));

    private static DocumentReadException Fail(string code, string message, Exception? inner = null) => new(new Diagnostic(code, Severity.Error, message), inner);
}
