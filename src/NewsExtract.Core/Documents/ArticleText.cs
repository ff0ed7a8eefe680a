using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Core;

/// <summary>A block's place in <see cref="ArticleText.Text"/>.</summary>
public readonly record struct BlockSpan(BlockKind Kind, TextSpan Span);

/// <summary>A sentence, its final stop and closing quotes included.</summary>
/// <param name="Block">Index into <see cref="ArticleText.Blocks"/>.</param>
public readonly record struct Sentence(TextSpan Span, int Block);

/// <summary>
/// The normalised view of one article that all matching runs on: blocks in logical order, one line each, parted by
/// a single '\n'; full width folded, Traditional turned to Simplified, line breaks joined. Every character but those
/// separators and the blank that joins two Latin lines stands for exactly one UTF-16 unit of the document.
/// Spans of tokens, mentions and facts count units of <see cref="Text"/>; <see cref="MapBack"/> leads to the source.
/// </summary>
public sealed class ArticleText
{
    /// <summary>The source position of a character that the view made up.</summary>
    public const int NoSource = -1;

    private readonly int[] _offsets;

    /// <param name="offsets">For each unit of <paramref name="text"/> its index in the document's text, or <see cref="NoSource"/>.</param>
    /// <exception cref="ArgumentException">The parts do not fit together.</exception>
    public ArticleText(Document document, Article article, string text, int[] offsets, ImmutableArray<BlockSpan> blocks, ImmutableArray<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(offsets);
        if (offsets.Length != text.Length)
        {
            throw new ArgumentException($"{offsets.Length} offsets for {text.Length} characters", nameof(offsets));
        }

        Document = document;
        Article = article;
        Text = text;
        _offsets = offsets;
        Blocks = blocks;
        Sentences = sentences;
    }

    public Document Document { get; }

    public Article Article { get; }

    public string Text { get; }

    public ImmutableArray<BlockSpan> Blocks { get; }

    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>Index in the document's text of the unit at <paramref name="position"/>, or <see cref="NoSource"/>.</summary>
    public int SourceOffset(int position) => _offsets[position];

    /// <summary>
    /// The source spans of a view span, in reading order. There are several when a line, column or page break, or
    /// blanks that the view dropped, lie within.
    /// </summary>
    public ImmutableArray<TextSpan> MapBack(TextSpan span)
    {
        if (IsContiguous(span))
        {
            return span.IsEmpty ? [] : [new TextSpan(_offsets[span.Start], _offsets[span.End - 1] + 1)];
        }

        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        int start = NoSource, end = NoSource;
        for (var i = span.Start; i < span.End; i++)
        {
            var offset = _offsets[i];
            if (offset == NoSource)
            {
                continue;
            }

            if (offset != end)
            {
                if (end != NoSource)
                {
                    spans.Add(new TextSpan(start, end));
                }

                start = offset;
            }

            end = offset + 1;
        }

        if (end != NoSource)
        {
            spans.Add(new TextSpan(start, end));
        }

        return spans.DrainToImmutable();
    }

    /// <summary>The document's own characters of a view span, with a blank where the view joined two Latin lines.</summary>
    public string Surface(TextSpan span)
    {
        if (IsContiguous(span))
        {
            return span.IsEmpty ? "" : Document.Text.Substring(_offsets[span.Start], span.Length);
        }

        var builder = new StringBuilder(span.Length);
        for (var i = span.Start; i < span.End; i++)
        {
            builder.Append(_offsets[i] == NoSource ? Text[i] : Document.Text[_offsets[i]]);
        }

        return builder.ToString();
    }

    /// <summary>Index of the block that holds <paramref name="position"/>; the separator after a block counts to it.</summary>
    public int BlockAt(int position)
    {
        int low = 0, high = Blocks.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Blocks[middle].Span.Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>Index of the sentence that holds <paramref name="position"/>, or of the last one before it.</summary>
    public int SentenceAt(int position)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].Span.Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>
    /// The same view as another object. What stages remember of an article they key by its view; a result holds a
    /// copy, so that it does not keep their working memory alive.
    /// </summary>
    public ArticleText Copy() => new(Document, Article, Text, _offsets, Blocks, Sentences);

    /// <summary>Whether the span is one run of the source, as most are.</summary>
    private bool IsContiguous(TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (_offsets[i] == NoSource || _offsets[i] - _offsets[span.Start] != i - span.Start)
            {
                return false;
            }
        }

        return true;
    }
}
