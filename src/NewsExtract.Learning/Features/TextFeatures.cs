using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Learning.Features;

/// <summary>
/// The features of each character of one text, as 32-bit hashes: characters around it in ones to threes, their shapes,
/// the word that holds it and those beside it with their parts of speech, brackets around it, and the mentions that
/// rules proposed there. A change of the templates needs a new <see cref="Version"/>, and every model trained anew.
/// </summary>
internal sealed class TextFeatures
{
    public const int Version = 1;

    private const int Margin = 3;
    private const int TemplatesOfText = 34;
    private const int TemplatesOfChannel = 7;

    // Templates of channels are numbered from here, far above those of the text.
    private const uint FirstChannelTemplate = 64;

    private readonly int _length;
    private readonly char[] _characters;
    private readonly byte[] _shapes;
    private readonly byte[] _brackets;
    private readonly int[] _words;
    private readonly byte[] _places;
    private readonly uint[] _wordHashes;
    private readonly uint[] _tagHashes;
    private readonly byte[] _categories;
    private readonly int _channels;

    /// <param name="proposals">Channels of mentions that do not overlap within one; a channel that is left empty says nothing.</param>
    /// <param name="tags">One more channel: <see cref="CharacterTags"/>.</param>
    public TextFeatures(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<IReadOnlyList<Mention>> proposals, byte[]? tags)
    {
        var view = text.Text;
        _length = view.Length;
        _characters = new char[_length + (2 * Margin)];
        view.CopyTo(0, _characters, Margin, _length);
        _shapes = new byte[_characters.Length];
        for (var i = 0; i < _length; i++)
        {
            _shapes[i + Margin] = CharacterShapes.Of(view[i]);
        }

        _brackets = Brackets(view);
        _words = new int[_length];
        _places = new byte[_length];
        _wordHashes = new uint[tokens.Length + 2];
        _tagHashes = new uint[tokens.Length + 2];
        ReadWords(view, tokens);
        _channels = proposals.Length + (tags is null ? 0 : 1);
        _categories = new byte[_channels * _length];
        for (var channel = 0; channel < proposals.Length; channel++)
        {
            Fill(proposals[channel], _categories.AsSpan(channel * _length, _length));
        }

        tags?.CopyTo(_categories, proposals.Length * _length);
    }

    /// <summary>The most features that a character has.</summary>
    public int MaxCount => TemplatesOfText + (TemplatesOfChannel * _channels);

    /// <summary>Writes the hashes of the features of one character; their number is returned.</summary>
    /// <param name="hashes">At least <see cref="MaxCount"/> long.</param>
    public int Extract(int position, Span<uint> hashes)
    {
        var count = OfCharacters(position, hashes);
        count += OfWords(position, hashes[count..]);
        return count + OfChannels(position, hashes[count..]);
    }

    private static uint Hash(uint template, uint a, uint b = 0, uint c = 0)
    {
        var mixed = ((((template * 0x9E3779B97F4A7C15UL) + a) * 0xC2B2AE3D27D4EB4FUL) + b) * 0x165667B19E3779F9UL;
        mixed = (mixed + c) * 0xD6E8FEB86659FD93UL;
        mixed ^= mixed >> 29;
        return (uint)((mixed * 0xBF58476D1CE4E5B9UL) >> 32);
    }

    // Whether the character stands in quotation marks, in a title's marks or in brackets; none reaches over a line.
    private static byte[] Brackets(string view)
    {
        var brackets = new byte[view.Length];
        byte open = 0;
        for (var i = 0; i < view.Length; i++)
        {
            open = view[i] switch
            {
                '“' or '‘' => (byte)(open | 1),
                '《' => (byte)(open | 2),
                '（' or '(' => (byte)(open | 4),
                '\n' => 0,
                _ => open,
            };
            brackets[i] = open;
            open = view[i] switch
            {
                '”' or '’' => (byte)(open & ~1),
                '》' => (byte)(open & ~2),
                '）' or ')' => (byte)(open & ~4),
                _ => open,
            };
        }

        return brackets;
    }

    // A tag of the mention that holds the character, counted from 1.
    private static void Fill(IReadOnlyList<Mention> mentions, Span<byte> categories)
    {
        foreach (var mention in mentions)
        {
            for (var i = mention.Span.Start; i < mention.Span.End; i++)
            {
                categories[i] = (byte)(1 + Tags.At(mention.Type, mention.Span, i));
            }
        }
    }

    private void ReadWords(string view, ImmutableArray<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var span = tokens[i].Span;
            _wordHashes[i + 1] = HashOf(span.Of(view));
            _tagHashes[i + 1] = tokens[i].Tag is { } tag ? HashOf(tag) : 1;
            for (var position = span.Start; position < span.End; position++)
            {
                _words[position] = i + 1;
                _places[position] = span.Length == 1 ? (byte)3 : position == span.Start ? (byte)0 : position == span.End - 1 ? (byte)2 : (byte)1;
            }
        }
    }

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        // FNV-1a
        var hash = 2166136261u;
        foreach (var character in word)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int OfCharacters(int position, Span<uint> hashes)
    {
        var c = _characters.AsSpan(position, (2 * Margin) + 1);
        var s = _shapes.AsSpan(position, (2 * Margin) + 1);
        hashes[0] = Hash(0, c[0]);
        hashes[1] = Hash(1, c[1]);
        hashes[2] = Hash(2, c[2]);
        hashes[3] = Hash(3, c[3]);
        hashes[4] = Hash(4, c[4]);
        hashes[5] = Hash(5, c[5]);
        hashes[6] = Hash(6, c[6]);
        hashes[7] = Hash(7, c[1], c[2]);
        hashes[8] = Hash(8, c[2], c[3]);
        hashes[9] = Hash(9, c[3], c[4]);
        hashes[10] = Hash(10, c[4], c[5]);
        hashes[11] = Hash(11, c[2], c[4]);
        hashes[12] = Hash(12, c[1], c[2], c[3]);
        hashes[13] = Hash(13, c[2], c[3], c[4]);
        hashes[14] = Hash(14, c[3], c[4], c[5]);
        hashes[15] = Hash(15, c[0], c[1], c[2]);
        hashes[16] = Hash(16, c[4], c[5], c[6]);
        uint near = (uint)((s[2] * CharacterShapes.Count) + s[3]);
        hashes[17] = Hash(17, near, s[4]);
        hashes[18] = Hash(18, near, (uint)((s[4] * CharacterShapes.Count) + s[5]), s[1]);
        hashes[19] = Hash(19, _brackets[position], s[3]);
        hashes[20] = Hash(20, s[4], s[5], s[6]);
        hashes[21] = Hash(21, s[0], s[1], s[2]);
        return 22;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int OfWords(int position, Span<uint> hashes)
    {
        var word = _words[position];
        uint place = _places[position];
        uint before = _wordHashes[Math.Max(0, word - 1)], after = _wordHashes[word + 1];
        uint tagBefore = _tagHashes[Math.Max(0, word - 1)], tag = _tagHashes[word], tagAfter = _tagHashes[word + 1];
        hashes[0] = Hash(30, place, tag);
        hashes[1] = Hash(31, place, _wordHashes[word]);
        hashes[2] = Hash(32, place, before);
        hashes[3] = Hash(33, place, after);
        hashes[4] = Hash(34, place, tagBefore, tag);
        hashes[5] = Hash(35, place, tag, tagAfter);
        hashes[6] = Hash(36, (tagBefore * 31) + place, tag, tagAfter);
        hashes[7] = Hash(37, place, before, _wordHashes[word]);
        hashes[8] = Hash(38, place, _wordHashes[word], after);
        hashes[9] = Hash(39, place, _wordHashes[Math.Max(0, word - 2)]);
        hashes[10] = Hash(40, place, _wordHashes[Math.Min(_wordHashes.Length - 1, word + 2)]);
        hashes[11] = Hash(41, place, before, after);
        return 12;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int OfChannels(int position, Span<uint> hashes)
    {
        var count = 0;
        for (var channel = 0; channel < _channels; channel++)
        {
            var categories = _categories.AsSpan(channel * _length, _length);
            uint here = categories[position];
            uint before = position > 0 ? categories[position - 1] : 0u, after = position + 1 < _length ? categories[position + 1] : 0u;
            uint farBefore = position > 1 ? categories[position - 2] : 0u, farAfter = position + 2 < _length ? categories[position + 2] : 0u;
            var template = FirstChannelTemplate + ((uint)channel * 8);
            if (here != 0)
            {
                hashes[count++] = Hash(template, here);
                hashes[count++] = Hash(template + 1, here, _characters[position + Margin]);
            }

            if ((here | before) != 0)
            {
                hashes[count++] = Hash(template + 2, before, here);
            }

            if ((here | after) != 0)
            {
                hashes[count++] = Hash(template + 3, here, after);
            }

            if ((before | here | after) != 0)
            {
                hashes[count++] = Hash(template + 4, before, here, after);
            }

            if ((farBefore | before) != 0)
            {
                hashes[count++] = Hash(template + 5, farBefore, before);
            }

            if ((farAfter | after) != 0)
            {
                hashes[count++] = Hash(template + 6, after, farAfter);
            }
        }

        return count;
    }
}
