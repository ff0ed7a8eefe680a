using System.Collections.Immutable;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace NewsExtract.Readers.Pdf;

/// <summary>Reads what a PDF file says of itself, and decodes again what was written in GBK and read as Western letters.</summary>
internal static class PdfInformation
{
    private const int MostEntries = 10_000;
    private const double LeastCommon = 0.8;

    private static readonly Encoding s_gbk = CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static DocumentInformation Read(PdfDocument document) => ReadEntries(document) with { Outline = ReadOutline(document) };

    // Nor do they need what the file says of itself.
    private static DocumentInformation ReadEntries(PdfDocument document)
    {
        try
        {
            var information = document.Information;
            return new DocumentInformation
            {
                Title = Repair(information.Title),
                Author = Repair(information.Author),
                Subject = Repair(information.Subject),
                Keywords = Repair(information.Keywords),
                Creator = Repair(information.Creator),
                Producer = Repair(information.Producer),
            };
        }
        catch (Exception exception) when (PdfFailures.IsReadFailure(exception))
        {
            return new DocumentInformation();
        }
    }

    // An outline that is damaged is none: the pages do not need it.
    private static ImmutableArray<OutlineEntry> ReadOutline(PdfDocument document)
    {
        try
        {
            return document.TryGetBookmarks(out var bookmarks, true)
                ? [.. bookmarks.GetNodes().Take(MostEntries).Select(node => new OutlineEntry(Repair(node.Title) ?? "", node.Level, (node as DocumentBookmarkNode)?.PageNumber))]
                : [];
        }
        catch (Exception exception) when (PdfFailures.IsReadFailure(exception))
        {
            return [];
        }
    }

    /// <summary>½­ÖÝÍ¨Ñ¶ is 江州通讯.</summary>
    internal static string? Repair(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.Trim('\0', ' ', '\u3000', '\r', '\n', '\t');
        if (!trimmed.Any(character => character >= '\u0081') || trimmed.Any(character => character > '\u00FF'))
        {
            return trimmed.Length > 0 ? trimmed : null;
        }

        try
        {
            var decoded = s_gbk.GetString(Encoding.Latin1.GetBytes(trimmed));
            var wide = decoded.Where(character => character > '\u007F').ToList();
            return wide.Count > 0 && wide.Count(TextQuality.IsCommon) >= wide.Count * LeastCommon ? decoded : trimmed;
        }
        catch (DecoderFallbackException)
        {
            return trimmed;
        }
    }
}
