namespace NewsExtract.Storage.Export;

/// <summary>Writes a whole file or folder or none: under a temporary name beside it first, then renamed.</summary>
internal static class ExportTarget
{
    /// <param name="folderOf">The ending of the files of a folder; <c>null</c> for a file. An earlier folder is replaced when it holds nothing else.</param>
    /// <exception cref="IOException">The path can't be written, or holds what no export wrote.</exception>
    /// <exception cref="UnauthorizedAccessException">The path can't be written.</exception>
    public static void Write(string path, string? folderOf, Action<string> write)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var temporary = target + ".part";
        if (folderOf is not null)
        {
            CheckFolder(target, folderOf);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Remove(temporary);
        try
        {
            write(temporary);
            if (folderOf is null)
            {
                File.Move(temporary, target, overwrite: true);
            }
            else
            {
                Replace(target, temporary);
            }
        }
        finally
        {
            Remove(temporary);
        }
    }

    private static void CheckFolder(string folder, string ending)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(entry => Directory.Exists(entry) || !entry.EndsWith(ending, StringComparison.Ordinal)) is { } other)
        {
            throw new IOException($"the folder holds {Path.GetFileName(other)}, which is no {ending} file of an export");
        }
    }

    private static void Replace(string folder, string by)
    {
        var former = folder + ".old";
        Remove(former);
        if (Directory.Exists(folder))
        {
            Directory.Move(folder, former);
        }

        Directory.Move(by, folder);
        Remove(former);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }
}
