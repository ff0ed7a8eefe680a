using System.Collections.Immutable;
using NewsExtract.Learning.Features;

namespace NewsExtract.Learning.Sequences;

/// <summary>
/// One text as the tagger reads it: the mentions it finds, and how likely it holds any span to be one. Lines are read one
/// at a time, so spans are asked for line by line.
/// </summary>
internal sealed class SequenceReading
{
    private readonly string _text;
    private readonly TextFeatures _features;
    private readonly SequenceWeights _weights;
    private readonly TagTransitions _transitions;
    private readonly TagLattice _lattice;
    private float[] _scores = [];
    private ulong[] _allowed = [];
    private (int Start, int End) _line = (0, -1);

    // Whether the lattice holds the line: one without a candidate needs no probabilities.
    private bool _isSummed;

    public SequenceReading(string text, TextFeatures features, SequenceWeights weights, TagTransitions transitions)
    {
        _text = text;
        _features = features;
        _weights = weights;
        _transitions = transitions;
        _lattice = new TagLattice(transitions);
    }

    /// <summary>The lines of a text that hold anything.</summary>
    public static IEnumerable<TextSpan> Lines(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                yield return new TextSpan(start, end);
            }

            start = end + 1;
        }
    }

    /// <summary>The most likely mentions of a line.</summary>
    public ImmutableArray<(EntityType Type, TextSpan Span)> Best(TextSpan line)
    {
        Load(line);
        return TagPath.Best(_scores.AsSpan(0, line.Length * Tags.Count), _transitions, line.Start);
    }

    /// <summary>Probability that exactly this span is a mention of this type; it must lie within a line.</summary>
    public double Probability(EntityType type, TextSpan span)
    {
        if (span.Start < _line.Start || span.End > _line.End)
        {
            var start = span.Start == 0 ? 0 : _text.LastIndexOf('\n', span.Start - 1) + 1;
            var end = _text.IndexOf('\n', span.Start);
            end = end < 0 ? _text.Length : end;
            if (span.End > end)
            {
                return 0;
            }

            Load(new TextSpan(start, end));
        }

        if (!_isSummed)
        {
            var allowed = _allowed.AsSpan(0, _line.End - _line.Start);
            allowed.Fill(Tags.All);
            _lattice.Run(_scores.AsSpan(0, allowed.Length * Tags.Count), allowed);
            _isSummed = true;
        }

        return _lattice.SpanProbability(span.Start - _line.Start, span.End - _line.Start, (int)type);
    }

    private void Load(TextSpan line)
    {
        if (_line == (line.Start, line.End))
        {
            return;
        }

        if (_allowed.Length < line.Length)
        {
            var length = Math.Max(line.Length, Math.Min(_text.Length - line.Start, 2 * _allowed.Length));
            _allowed = new ulong[length];
            _scores = GC.AllocateUninitializedArray<float>(length * Tags.Count);
        }

        Span<uint> hashes = stackalloc uint[_features.MaxCount];
        for (var i = 0; i < line.Length; i++)
        {
            var count = _features.Extract(line.Start + i, hashes);
            _weights.Score(hashes[..count], _scores.AsSpan(i * Tags.Count, Tags.Count));
        }

        _isSummed = false;
        _line = (line.Start, line.End);
    }
}
