using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace NewsExtract.Cli.Input;

/// <summary>Turns the paths of the command line into sources: files, texts below folders, globs and standard input.</summary>
internal static class InputExpander
{
    private static readonly StringComparer s_pathComparer =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    // A folder's own are taken by name; what each is its content tells.
    private static readonly HashSet<string> s_extensions =
        new([".txt", ".pdf", ".docx", ".ofd", ".html", ".htm", ".xhtml", ".jpg", ".jpeg", ".png", ".tif", ".tiff"], StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order of <paramref name="paths"/>, those of one folder or glob in ordinal order; no file twice.</summary>
    public static List<InputItem> Expand(IEnumerable<string> paths)
    {
        var items = new List<InputItem>();
        var seen = new HashSet<string>(s_pathComparer);
        foreach (var path in paths)
        {
            foreach (var item in ExpandOne(path))
            {
                if (seen.Add(item.IsStandardInput ? item.Path : Path.GetFullPath(item.Path)))
                {
                    items.Add(item);
                }
            }
        }

        return WithExtensions(items);
    }

    // a.pdf and a.txt of one folder would have one name: theirs are a.pdf and a.txt.
    private static List<InputItem> WithExtensions(List<InputItem> items)
    {
        var shared = items.Where(static item => item.Problem is null).GroupBy(static item => item.OutputName, s_pathComparer)
            .Where(static group => group.DistinctBy(static item => Path.GetExtension(item.Path), s_pathComparer).Count() == group.Count() && group.Count() > 1)
            .Select(static group => group.Key).ToHashSet(s_pathComparer);
        return items.ConvertAll(item => shared.Contains(item.OutputName) ? item with { OutputName = item.OutputName + Path.GetExtension(item.Path) } : item);
    }

    /// <summary>Two sources whose records would have one name.</summary>
    /// <exception cref="CommandException">NX2005.</exception>
    public static void RefuseClashes(IEnumerable<InputItem> items, string folder, string extension)
    {
        var names = new Dictionary<string, InputItem>(s_pathComparer);
        foreach (var item in items)
        {
            if (item.Problem is null && !names.TryAdd(item.OutputName, item))
            {
                throw new CommandException(
                    DiagnosticCodes.NameClash,
                    $"{Path.Combine(folder, item.OutputName + extension)}: {names[item.OutputName].Path} and {item.Path} would both be written there — name the folder that holds both in their place, or run them apart");
            }
        }
    }

    private static List<InputItem> ExpandOne(string path)
    {
        if (path == InputItem.StandardInput)
        {
            return [new InputItem(path, "stdin")];
        }

        if (File.Exists(path))
        {
            return [new InputItem(path, Path.GetFileNameWithoutExtension(path))];
        }

        if (Directory.Exists(path))
        {
            var found = new List<InputItem>();
            AddTexts(path, path, found);
            found.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
            return found.Count > 0
                ? found
                : [Missing(path, DiagnosticCodes.NoTexts, "this folder holds no .pdf, .txt, .html, .docx, .ofd, .jpg, .png or .tif file — name the files themselves, or a glob such as '*.text'")];
        }

        return path.AsSpan().IndexOfAny('*', '?') >= 0
            ? ExpandGlob(path)
            : [Missing(path, DiagnosticCodes.NotFound, "there is no such file or folder — check the path")];
    }

    // Links to folders are not followed: they may lead in a circle.
    private static void AddTexts(string root, string folder, List<InputItem> items)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                var path = Path.Combine(folder, entry.Name);
                if (entry is FileInfo && s_extensions.Contains(entry.Extension))
                {
                    items.Add(new InputItem(path, Path.ChangeExtension(Path.GetRelativePath(root, path), null)));
                }
                else if (entry is DirectoryInfo { LinkTarget: null })
                {
                    AddTexts(root, path, items);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            items.Add(Missing(folder, DiagnosticCodes.Unreadable, $"the folder can't be listed ({exception.Message.TrimEnd('.')}) — check its permissions"));
        }
    }

    private static InputItem Missing(string path, string code, string message) =>
        new(path, "") { Problem = new Diagnostic(code, Severity.Error, message) };

    // 2023/*.txt, 20??/**/*.txt: the folder before the first wildcard is where names start from.
    private static List<InputItem> ExpandGlob(string pattern)
    {
        var normal = pattern.Replace(Path.DirectorySeparatorChar, '/');
        var fixedLength = normal.LastIndexOf('/', normal.AsSpan().IndexOfAny('*', '?')) + 1;
        var folder = fixedLength == 0 ? "." : normal[..fixedLength];
        if (!Directory.Exists(folder))
        {
            return [Missing(pattern, DiagnosticCodes.NotFound, $"there is no folder {folder} — check the path")];
        }

        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(normal[fixedLength..].Replace('?', '*'));
        var question = normal.Contains('?', StringComparison.Ordinal);
        var found = matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(folder))).Files
            .Select(match => match.Path)
            .Where(file => !question || MatchesQuestionMarks(normal[fixedLength..], file))
            .Order(StringComparer.Ordinal)
            .Select(file => new InputItem(fixedLength == 0 ? file : folder + file, Path.ChangeExtension(file, null)))
            .ToList();
        return found.Count > 0 ? found : [Missing(pattern, DiagnosticCodes.NoMatch, "no file matches — check the pattern")];
    }

    // The matcher knows no ?, so each stood for * above; here each must be one character again.
    private static bool MatchesQuestionMarks(string pattern, string file)
    {
        var expected = pattern.Split('/');
        var actual = file.Split('/');
        return expected.Length != actual.Length
            || expected.Zip(actual).All(pair => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pair.First, pair.Second, ignoreCase: false));
    }
}
