using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace NewsExtract.Readers.PlainText;

/// <summary>
/// Reads a text bulletin in UTF-8, UTF-16, GB 18030 (GBK, GB 2312 included) or Big5, with or without a byte order mark,
/// which is no part of the text. The characters are the source's own. Safe for concurrent use.
/// </summary>
public sealed class PlainTextReader : IDocumentReader
{
    /// <summary>Longest line that is read, in UTF-16 units; a bulletin's longest paragraphs have a few thousand.</summary>
    public const int MaxLineLength = 1_000_000;

    // Characters that text never holds; a handful in a large file is damage, more is no text.
    private const double MaxControlShare = 0.001;

    /// <summary>True for anything that no other format's signature opens.</summary>
    public bool CanRead(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return FileSignatures.Find(source.Bytes.Span) is null;
    }

    /// <exception cref="DocumentReadException">NX1001 to NX1005: empty, no text, unknown encoding, wrong encoding, an endless line.</exception>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        cancellation.ThrowIfCancellationRequested();
        var bytes = source.Bytes.Span;
        if (bytes.IsEmpty)
        {
            throw Fail("NX1001", "the file is empty; nothing to extract");
        }

        if (FileSignatures.Find(bytes) is { } format)
        {
            throw Fail("NX1002", $"this is {format.Name}, not text; {format.Advice}");
        }

        var (text, encoding) = source.Encoding is { } name ? TextDecoding.DecodeAs(bytes, name) : TextDecoding.Detect(bytes);
        return new Document
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            SourceName = source.Name,
            Text = text,
            Encoding = encoding,
            Date = source.Date,
            Diagnostics = Check(text, encoding),
        };
    }

    private static ImmutableArray<Diagnostic> Check(string text, string encoding)
    {
        int controls = 0, replaced = 0, firstReplaced = 0, lineStart = 0;
        var isBlank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is '\n' or '\r')
            {
                lineStart = i + 1;
                continue;
            }

            if (i - lineStart >= MaxLineLength)
            {
                throw Fail("NX1005", string.Create(CultureInfo.InvariantCulture, $"a line runs over {MaxLineLength} characters from position {lineStart}; this is no bulletin: break the text into lines or articles"));
            }

            isBlank = isBlank && (char.IsWhiteSpace(character) || character == '\uFEFF');
            controls += char.IsControl(character) && character is not ('\t' or '\f' or '\v' or '\u0085' or '\u001A') ? 1 : 0;
            if (character == '\uFFFD')
            {
                firstReplaced = replaced == 0 ? i : firstReplaced;
                replaced++;
            }
        }

        if (isBlank)
        {
            throw Fail("NX1001", "the file holds only white space; nothing to extract");
        }

        if (controls > 3 + (text.Length * MaxControlShare))
        {
            throw Fail("NX1002", string.Create(CultureInfo.InvariantCulture, $"{controls} control characters in {text.Length}: this is binary data, not text; give a text file"));
        }

        return replaced == 0
            ? []
            : [new Diagnostic("NX1006", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"{replaced} characters could not be read as {encoding} and stand as \uFFFD; if the text looks wrong, name its encoding"), new TextSpan(firstReplaced, firstReplaced + 1))];
    }

    internal static DocumentReadException Fail(string code, string message, Exception? inner = null) =>
        new(new Diagnostic(code, Severity.Error, message), inner);
}
