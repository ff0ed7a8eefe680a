using System.Collections.Immutable;
using System.CommandLine;

namespace NewsExtract.Cli.Commands;

/// <summary><c>--fact-types FILE</c>: fact types that a file of the user's declares.</summary>
internal sealed class FactTypesOption
{
    private readonly Option<string[]> _option = new("--fact-types")
    {
        Description = "A file that declares fact types of your own (docs/add-a-fact-type.md). May be repeated.",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <exception cref="CommandException">NX2001: a file is missing; NX1212: two files declare one type.</exception>
    /// <exception cref="FactTypeFileException">NX1211 to NX1213: a file makes no sense.</exception>
    public LoadedFactTypes Load(ParseResult result)
    {
        ImmutableArray<FactTypeFile> files = [.. result.GetRequiredValue(_option).Select(LoadedFactTypes.Open)];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.Extractors.FirstOrDefault(extractor => !names.Add(extractor.Definition.Name)) is { } twice)
            {
                throw new CommandException("NX1212", $"{file.Name}: the fact type {twice.Definition.Name} is declared by two files — leave one out", ExitCodes.Incomplete);
            }
        }

        return new LoadedFactTypes(files);
    }
}

/// <summary>The declared fact types of one run.</summary>
internal sealed class LoadedFactTypes(ImmutableArray<FactTypeFile> files)
{
    /// <summary>Names the types for a store, by what their files hold.</summary>
    public string Key => string.Join(',', files.Select(static file => file.Hash[..16]));

    /// <exception cref="CommandException">NX2001: the file is missing.</exception>
    /// <exception cref="FactTypeFileException">It makes no sense.</exception>
    public static FactTypeFile Open(string path)
    {
        try
        {
            return FactTypeFile.Load(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(DiagnosticCodes.NotFound, $"{path}: the fact types can't be opened — check the path", ExitCodes.Incomplete);
        }
    }

    public NewsPipelineBuilder AddTo(NewsPipelineBuilder builder)
    {
        foreach (var file in files)
        {
            builder.AddFactTypes(file);
        }

        return builder;
    }
}
