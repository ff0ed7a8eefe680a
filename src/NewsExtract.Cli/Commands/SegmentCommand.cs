using System.CommandLine;
using System.Text;
using NewsExtract.Cli.Input;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract segment PATH…</c>: the words of a text with their parts of speech, <c>word/tag</c>, line by line.</summary>
internal static class SegmentCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = CommonOptions.Paths("Bulletins, folders, globs, or - for standard input.");
        var encoding = CommonOptions.Encoding();
        var tokenizer = CommonOptions.Tokenizer();
        var plain = new Option<bool>("--no-tags") { Description = "Words alone." };
        var command = new Command("segment", "Cut texts into words with their parts of speech (jieba's tags).") { paths, encoding, tokenizer, plain };
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            var items = InputExpander.Expand(CommonOptions.CheckPaths(result.GetRequiredValue(paths)));
            var loader = new SourceLoader(terminal, CommonOptions.CheckEncoding(result.GetValue(encoding)), date: null);
            var engine = CommonOptions.CreateTokenizer(result.GetValue(tokenizer));
            using var reader = reading.CreateReader(result);
            var exitCode = ExitCodes.Clean;
            foreach (var item in items)
            {
                try
                {
                    if (item.Problem is { } problem)
                    {
                        throw new DocumentReadException(problem);
                    }

                    Write(terminal, reader.Read(loader.Load(item), cancellation).Text, engine, !result.GetValue(plain));
                }
                catch (DocumentReadException exception)
                {
                    terminal.Error.WriteLine(Terminal.Line(Severity.Error, exception.Diagnostic.Code, $"{item.Path}: {exception.Message}"));
                    exitCode = ExitCodes.Incomplete;
                }
            }

            return Task.FromResult(exitCode);
        });
        return command;
    }

    private static void Write(Terminal terminal, string text, ITokenizer tokenizer, bool withTags)
    {
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            var builder = new StringBuilder(line.Length * 2);
            foreach (var token in tokenizer.Tokenize(line))
            {
                if (token.Span.Of(line).IsWhiteSpace())
                {
                    continue;
                }

                builder.Append(builder.Length > 0 ? " " : "").Append(token.Span.Of(line));
                if (withTags && token.Tag is { } tag)
                {
                    builder.Append('/').Append(tag);
                }
            }

            terminal.Output.Write(Encoding.UTF8.GetBytes(builder.Append('\n').ToString()));
        }
    }
}
