using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// Baidu's LAC-small (Jiao et al. 2018): cuts text into words with parts of speech and names, by two layers of bidirectional gated
/// recurrent units over characters. The same text gives the same result on every machine. Immutable; safe for concurrent use.
/// </summary>
internal sealed class LacTagger
{
    /// <summary>Pieces are run side by side until they have so many characters: enough rows for the matrices, little memory.</summary>
    private const int BatchCharacters = 4096;

    private const string ShippedName = "lac-small.bin";

    private readonly LacWeights _weights;
    private readonly LacNetwork _network;
    private readonly TagDecoder _decoder;

    private LacTagger(LacWeights weights)
    {
        _weights = weights;
        _network = new LacNetwork(weights);
        _decoder = new TagDecoder(weights.Tags, weights.Transitions, weights.Output.Stride);
        Outside = checked((byte)Array.IndexOf(weights.Tags, "O"));
    }

    /// <summary>The tags that numbers stand for: <c>PER-B</c>, <c>PER-I</c>, <c>n-B</c> …, and <c>O</c>.</summary>
    public ImmutableArray<string> Tags => ImmutableCollectionsMarshal.AsImmutableArray(_weights.Tags);

    /// <summary>The number of <c>O</c>: also line breaks, blanks around sentences and second halves of surrogate pairs.</summary>
    public byte Outside { get; }

    /// <param name="path">What scripts/pack_lac.py made.</param>
    /// <exception cref="InvalidDataException">Not such a file, or a damaged one.</exception>
    public static LacTagger Load(string path) => new(LacWeights.Load(path));

    /// <summary>The tagger that comes with the library.</summary>
    public static LacTagger LoadShipped()
    {
        using var stream = typeof(LacTagger).Assembly.GetManifestResourceStream(ShippedName)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new LacTagger(LacWeights.Parse(bytes, ShippedName));
    }

    /// <summary>Tags each UTF-16 unit of a text: Simplified, one paragraph a line. The second half of a surrogate pair is tagged <c>O</c>.</summary>
    /// <returns>A number of <see cref="Tags"/> for each unit.</returns>
    public byte[] Tag(ReadOnlySpan<char> text)
    {
        var tags = new byte[text.Length];
        tags.AsSpan().Fill(Outside);
        var batch = new List<TextSpan>();
        var size = 0;
        foreach (var piece in LacSentences.Cut(text))
        {
            if (size + piece.Length > BatchCharacters)
            {
                TagBatch(text, batch, tags);
                batch.Clear();
                size = 0;
            }

            batch.Add(piece);
            size += piece.Length;
        }

        TagBatch(text, batch, tags);
        return tags;
    }

    private void TagBatch(ReadOnlySpan<char> text, List<TextSpan> pieces, byte[] tags)
    {
        if (pieces.Count == 0)
        {
            return;
        }

        var entries = new List<ushort>();
        var units = new List<int>();
        var sentences = new TextSpan[pieces.Count];
        for (var i = 0; i < pieces.Count; i++)
        {
            var start = entries.Count;
            for (var unit = pieces[i].Start; unit < pieces[i].End; unit++)
            {
                // A surrogate pair is one unknown character.
                if (unit == pieces[i].Start || !char.IsSurrogatePair(text[unit - 1], text[unit]))
                {
                    entries.Add(_weights.EntryOf[text[unit]]);
                    units.Add(unit);
                }
            }

            sentences[i] = new TextSpan(start, entries.Count);
        }

        Array.Sort(sentences, (left, right) => left.Length != right.Length ? right.Length.CompareTo(left.Length) : left.Start.CompareTo(right.Start));
        var stride = _network.ScoreStride;
        var scores = ArrayPool<float>.Shared.Rent(entries.Count * stride);
        var best = new byte[entries.Count];
        _network.Score(CollectionsMarshal.AsSpan(entries), sentences, scores);
        foreach (var sentence in sentences)
        {
            _decoder.Decode(scores.AsSpan(sentence.Start * stride, sentence.Length * stride), best.AsSpan(sentence.Start, sentence.Length));
        }

        for (var i = 0; i < best.Length; i++)
        {
            tags[units[i]] = best[i];
        }

        ArrayPool<float>.Shared.Return(scores);
    }
}
