using System.CommandLine;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.Cli.Input;
using NewsExtract.Readers.PlainText;

namespace NewsExtract.Cli.Commands;

/// <summary>Arguments and options that several commands take, and their checks.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Paths(string description) => new("PATH") { Description = description, Arity = ArgumentArity.OneOrMore };

    public static Option<string?> Encoding() => new("--encoding", "-e")
    {
        Description = "Encoding of the texts (utf-8, utf-16, gb18030, gbk, big5); detected unless given.",
        HelpName = "NAME",
    };

    public static Option<string> Tokenizer()
    {
        var option = new Option<string>("--tokenizer")
        {
            Description = "span: the fast engine; jieba-net: jieba.NET itself, for comparison.",
            DefaultValueFactory = _ => "span",
        };
        option.AcceptOnlyFromAmong("span", "jieba-net");
        return option;
    }

    /// <exception cref="SegmentationResourceException">A dictionary is missing or damaged.</exception>
    public static ITokenizer CreateTokenizer(string? name) => name switch
    {
        "jieba-net" => new JiebaNetTokenizer(),
        _ => new SpanTokenizer(),
    };

    /// <summary>Refuses an option that was mistyped; the parser takes it for a path.</summary>
    /// <exception cref="CommandException">NX2000.</exception>
    public static string[] CheckPaths(string[] paths)
    {
        var option = Array.Find(paths, path => path.StartsWith('-') && path != InputItem.StandardInput && !File.Exists(path));
        return option is null ? paths : throw new CommandException(DiagnosticCodes.Usage, $"there is no option {option} — see --help");
    }

    public static Option<string?> Date(string description) => new("--date") { Description = description, HelpName = "DATE" };

    /// <exception cref="CommandException">NX2000.</exception>
    public static PartialDate? CheckDate(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return PartialDate.TryParse(text, out var date)
            ? date
            : throw new CommandException(DiagnosticCodes.Usage, $"--date '{text}' is no date — write 2023-12-01, 2023-12 or 2023");
    }

    /// <summary>Asks the reader whether it knows the name.</summary>
    /// <exception cref="CommandException">NX1003.</exception>
    public static string? CheckEncoding(string? name)
    {
        if (name is null)
        {
            return null;
        }

        try
        {
            new PlainTextReader().Read(new DocumentSource("probe", "probe"u8.ToArray()) { Encoding = name });
        }
        catch (DocumentReadException exception) when (exception.Diagnostic.Code == "NX1003")
        {
            throw new CommandException(exception.Diagnostic.Code, $"--encoding: {exception.Diagnostic.Message}");
        }
        catch (DocumentReadException)
        {
            // A known encoding that these few bytes do not fit, UTF-16 for one.
        }

        return name;
    }
}
