using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Storage.Corrections;

/// <summary>The text of a record's paragraphs, a line each, with the place in the source of every character.</summary>
internal sealed class LocatedText
{
    private const int NoSource = ArticleText.NoSource;

    private readonly ImmutableArray<int> _offsets;
    private readonly Dictionary<int, int> _places = [];

    private LocatedText(string text, ImmutableArray<int> offsets)
    {
        Text = text;
        _offsets = offsets;
        for (var i = 0; i < offsets.Length; i++)
        {
            if (offsets[i] != NoSource)
            {
                _places.TryAdd(offsets[i], i);
            }
        }
    }

    public string Text { get; }

    public static LocatedText Of(ArticleRecord record)
    {
        var text = new StringBuilder();
        var offsets = ImmutableArray.CreateBuilder<int>();
        foreach (var paragraph in record.Paragraphs)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
                offsets.Add(NoSource);
            }

            text.Append(paragraph.Text);
            AddOffsets(paragraph, offsets);
        }

        return new LocatedText(text.ToString(), offsets.ToImmutable());
    }

    /// <summary>The stretch whose characters stand at exactly these spans; <c>null</c> when the text has none.</summary>
    public TextSpan? Find(ImmutableArray<TextSpan> spans)
    {
        if (spans.IsEmpty || spans[0].IsEmpty || !_places.TryGetValue(spans[0].Start, out var start) || !_places.TryGetValue(spans[^1].End - 1, out var last) || last < start)
        {
            return null;
        }

        var range = new TextSpan(start, last + 1);
        return SpansOf(range).SequenceEqual(spans) ? range : null;
    }

    /// <summary>The stretch from the character at a span's start to that before its end; <c>null</c> when either is not of this text.</summary>
    public TextSpan? Range(TextSpan span) =>
        !span.IsEmpty && _places.TryGetValue(span.Start, out var start) && _places.TryGetValue(span.End - 1, out var last) && last >= start ? new TextSpan(start, last + 1) : null;

    public Passage PassageOf(TextSpan range) => new(range.Of(Text).ToString(), SpansOf(range));

    /// <summary>Spans as the passages that they make: those of one line break or dropped blank belong together.</summary>
    public ImmutableArray<Passage> PassagesOf(ImmutableArray<TextSpan> spans)
    {
        var ranges = new List<TextSpan>();
        foreach (var span in spans)
        {
            if (Find([span]) is not { } range)
            {
                continue;
            }

            if (ranges.Count > 0 && ranges[^1].End <= range.Start && IsMadeUp(ranges[^1].End, range.Start))
            {
                ranges[^1] = ranges[^1].Cover(range);
            }
            else
            {
                ranges.Add(range);
            }
        }

        return [.. ranges.Select(PassageOf)];
    }

    /// <summary>Where the text has a quote, first to last.</summary>
    public IEnumerable<TextSpan> Occurrences(string quote)
    {
        for (var at = quote.Length == 0 ? -1 : Text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            yield return new TextSpan(at, at + quote.Length);
        }
    }

    public ImmutableArray<TextSpan> SpansOf(TextSpan range)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = range.Start; i < range.End; i++)
        {
            if (_offsets[i] == NoSource)
            {
                continue;
            }

            if (spans.Count > 0 && spans[^1].End == _offsets[i])
            {
                spans[^1] = new TextSpan(spans[^1].Start, _offsets[i] + 1);
            }
            else
            {
                spans.Add(new TextSpan(_offsets[i], _offsets[i] + 1));
            }
        }

        return spans.ToImmutable();
    }

    private bool IsMadeUp(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_offsets[i] != NoSource || Text[i] == '\n')
            {
                return false;
            }
        }

        return true;
    }

    // A paragraph's characters are those of its spans in order, with one blank more where two Latin lines were joined.
    private static void AddOffsets(ParagraphRecord paragraph, ImmutableArray<int>.Builder offsets)
    {
        var first = offsets.Count;
        var blanks = paragraph.Text.Length - paragraph.Spans.Sum(static span => span.Length);
        foreach (var span in paragraph.Spans)
        {
            var at = offsets.Count - first;
            if (blanks > 0 && at > 0 && at < paragraph.Text.Length && paragraph.Text[at] == ' ')
            {
                offsets.Add(NoSource);
                blanks--;
            }

            for (var i = span.Start; i < span.End; i++)
            {
                offsets.Add(i);
            }
        }

        if (blanks != 0)
        {
            // Spans that are not those of the text: nothing of it can be placed.
            offsets.Count = first;
            for (var i = 0; i < paragraph.Text.Length; i++)
            {
                offsets.Add(NoSource);
            }
        }
    }
}
