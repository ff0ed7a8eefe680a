using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Readers.Layout;

/// <summary>
/// A document's text without the characters that print as nothing (zero-width blanks, soft hyphens, byte order marks), which some
/// exports strew into words, and the way back to the source.
/// </summary>
internal sealed class VisibleText
{
    private static readonly SearchValues<char> s_invisible =
        SearchValues.Create("\u00AD\u180E\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF");

    // Null when nothing was taken out.
    private readonly int[]? _sourceAt;

    private VisibleText(string text, int[]? sourceAt)
    {
        Text = text;
        _sourceAt = sourceAt;
    }

    public string Text { get; }

    public static VisibleText Of(string source)
    {
        if (source.AsSpan().IndexOfAny(s_invisible) < 0)
        {
            return new VisibleText(source, null);
        }

        var text = new StringBuilder(source.Length);
        var sourceAt = new List<int>(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (!s_invisible.Contains(source[i]))
            {
                text.Append(source[i]);
                sourceAt.Add(i);
            }
        }

        return new VisibleText(text.ToString(), [.. sourceAt]);
    }

    /// <summary>The same article with spans of the source.</summary>
    public Article MapBack(Article article) => _sourceAt is null ? article : article with
    {
        Blocks = [.. article.Blocks.Select(block => block with { Pieces = MapBack(block.Pieces) })],
        AuthorSpans = MapBack(article.AuthorSpans),
        Diagnostics = [.. article.Diagnostics.Select(diagnostic => diagnostic with { Span = diagnostic.Span is { } span ? MapBack(span) : null })],
    };

    private ImmutableArray<TextSpan> MapBack(ImmutableArray<TextSpan> spans) => [.. spans.Select(MapBack)];

    private TextSpan MapBack(TextSpan span) => new(_sourceAt![span.Start], _sourceAt[span.End - 1] + 1);
}
