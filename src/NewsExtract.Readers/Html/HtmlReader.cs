using System.Globalization;
using System.Security.Cryptography;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Html;

/// <summary>Reads HTML pages: the article with its headline, and not what stands around it. Fetches nothing. Safe for concurrent use.</summary>
internal sealed class HtmlReader : IDocumentReader
{
    private const string What = "an HTML page";

    // Pages have a few hundred thousand at most.
    private const int MaxLength = 32 << 20;

    // Unclosed fonts are opened anew in every paragraph: a small page can grow to any size.
    private const int MaxElements = 1_000_000;

    /// <summary>True for what begins with a tag of HTML, blanks, comments and an XML declaration aside.</summary>
    public bool CanRead(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return HtmlSignature.IsHtml(source.Bytes.Span);
    }

    /// <exception cref="DocumentReadException">NX1002 to NX1004 for bytes that are no text, NX1404 for a page without end, NX1405 for one without text.</exception>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        cancellation.ThrowIfCancellationRequested();
        var (html, encoding) = HtmlDecoding.Decode(source);
        if (html.Length > MaxLength)
        {
            throw ReadFailure.TooLarge(What, string.Create(CultureInfo.InvariantCulture, $"it has {html.Length} characters, more than {MaxLength}"));
        }

        if (NestingGuard.IsTooDeep(html))
        {
            throw ReadFailure.TooLarge(What, string.Create(CultureInfo.InvariantCulture, $"its elements are nested more than {NestingGuard.MaxDepth} deep"));
        }

        using var document = Parse(html, cancellation);
        var page = WebPage.Read(document, cancellation);
        var title = PageTitle.Read(document);
        var finder = new StoryFinder(page);
        var stories = finder.Find();
        var reader = new StoryReader(page, title, finder.InMenu);
        var (lines, knowsArticles) = stories switch
        {
            [] => ([], false),
            [var only] => reader.ReadWhole(only),
            _ => (stories.SelectMany(reader.ReadOne).ToList(), true),
        };
        var (text, layout) = MarkedText.Compose(lines, knowsArticles);
        return text.Length == 0
            ? throw ReadFailure.NoText(What, "it may be a list of links, or scripts make its text: then save the page from a browser, or print it to PDF")
            : new Document
            {
                Id = Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span)),
                SourceName = source.Name,
                Text = text,
                Encoding = encoding,
                Date = source.Date ?? title.Date,
                Layout = layout,
            };
    }

    private static IHtmlDocument Parse(string html, CancellationToken cancellation)
    {
        var elements = 0;
        var options = new HtmlParserOptions
        {
            OnCreated = (_, _) =>
            {
                if (++elements > MaxElements)
                {
                    throw ReadFailure.TooLarge(What, string.Create(CultureInfo.InvariantCulture, $"it makes more than {MaxElements} elements"));
                }

                if (elements % 1024 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            },
        };
        return new HtmlParser(options).ParseDocument(html);
    }
}
