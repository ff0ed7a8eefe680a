using System.CommandLine;
using System.Globalization;
using NewsExtract.Readers.Isolation;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Cli.Input;

/// <summary>The options of reading sources that several commands take, and the reader they make.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<string> _ocr = new("--ocr")
    {
        Description = "auto: read scanned pages, and pages whose text is unreadable, off their pictures; always: all pages; never.",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string> _engine = new("--ocr-engine")
    {
        Description = "paddle: PP-OCRv4; tesseract: the program of that name, where it is installed.",
        DefaultValueFactory = _ => OcrEngines.Paddle,
    };

    private readonly Option<string[]> _passwords = new("--password")
    {
        Description = "Password of encrypted PDFs; may be given several times. Other users can see it in the list of processes: --password-file keeps it to yourself.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _passwordFile = new("--password-file") { Description = "File with one password a line.", HelpName = "FILE" };

    private readonly Option<int> _maxPages = new("--max-pages")
    {
        Description = "Pages of a PDF that are read at most.",
        HelpName = "N",
        DefaultValueFactory = _ => PdfReaderOptions.Default.MaxPages,
    };

    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "Seconds that reading one file may take at most.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 300,
    };

    public ReadingOptions()
    {
        _ocr.AcceptOnlyFromAmong("auto", "always", "never");
        _engine.AcceptOnlyFromAmong([.. OcrEngines.Names]);
    }

    public void AddTo(Command command)
    {
        Option[] options = [_ocr, _engine, _passwords, _passwordFile, _maxPages, _timeout];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>Names the options that change what reading gives. Passwords are no part of it: they only open files that failed, which are done again when asked.</summary>
    public string Key(ParseResult result) => string.Create(CultureInfo.InvariantCulture, $"ocr={result.GetValue(_ocr)};engine={result.GetValue(_engine)};max-pages={result.GetValue(_maxPages)}");

    /// <exception cref="CommandException">NX2000, NX2001 or NX2002: a value makes no sense, or the file of passwords can't be read.</exception>
    public IsolatedDocumentReader CreateReader(ParseResult result)
    {
        var options = new PdfReaderOptions
        {
            Ocr = result.GetValue(_ocr) switch
            {
                "always" => OcrMode.Always,
                "never" => OcrMode.Never,
                _ => OcrMode.Auto,
            },
            Passwords = [.. result.GetValue(_passwords) ?? [], .. result.GetValue(_passwordFile) is { } file ? OptionFile.Read(_passwordFile.Name, file, File.ReadAllLines) : []],
            MaxPages = Positive(result.GetValue(_maxPages), _maxPages.Name),
        };
        var seconds = Positive(result.GetValue(_timeout), _timeout.Name);
        return new IsolatedDocumentReader(ReadWorkerCommand.ProcessOptions with { Timeout = TimeSpan.FromSeconds(seconds) }, options, result.GetValue(_engine));
    }

    private static int Positive(int value, string option) =>
        value > 0 ? value : throw new CommandException(DiagnosticCodes.Usage, string.Create(CultureInfo.InvariantCulture, $"{option} must be 1 or more"));
}
