using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Api;

/// <summary>An article by its place.</summary>
/// <param name="Article">0-based, in its file.</param>
internal sealed record PlaceItem(string Id, string Source, string Sha256, int Article, string? Headline, string? Date)
{
    public static PlaceItem Of(ArticlePlace place) => new(place.Id.ToString(CultureInfo.InvariantCulture), place.Source, place.Sha256, place.Number, place.Headline, place.Date);
}

/// <summary>A document with how it can be looked at.</summary>
/// <param name="Status">complete, partial or failed.</param>
/// <param name="HasFile">Its bytes lie where they were read from, as far as a quick look says.</param>
internal sealed record DocumentItem(string Sha256, string Name, ExtractionState Status, ImmutableArray<PageSize> Pages, DocumentView View, bool HasFile)
{
    public ImmutableArray<PlaceItem>? Articles { get; init; }

    public ImmutableArray<DiagnosticItem>? Diagnostics { get; init; }

    private static readonly string[] s_pictures = [".jpg", ".jpeg", ".png", ".tif", ".tiff"];

    public static DocumentItem Of(DocumentHit document, Uploads.SourceFiles files) => new(document.Sha256, document.Name, document.State, document.Pages, ViewOf(document), files.MayHave(document));

    // Only files with pages are shown as such; what the bytes are is looked at when they are sent.
    private static DocumentView ViewOf(DocumentHit document)
    {
        if (document.Pages.IsEmpty)
        {
            return DocumentView.Text;
        }

        var ending = Path.GetExtension(document.Name).ToLowerInvariant();
        return s_pictures.Contains(ending) ? DocumentView.Pictures : ending == ".pdf" ? DocumentView.Pdf : DocumentView.Text;
    }
}

/// <summary>How a document can be looked at.</summary>
internal enum DocumentView
{
    Text,
    Pdf,
    Pictures,
}

/// <summary>What went wrong, with its code.</summary>
internal sealed record DiagnosticItem(string Code, Severity Severity, string Message)
{
    public static DiagnosticItem Of(Diagnostic diagnostic) => new(diagnostic.Code, diagnostic.Severity, diagnostic.Message);
}
