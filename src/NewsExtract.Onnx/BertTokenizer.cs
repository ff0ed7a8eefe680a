using System.Globalization;
using System.Text;

namespace NewsExtract.Onnx;

/// <summary>A character or word of the text and the vocabulary's entries that spell it.</summary>
/// <param name="Span">UTF-16 units of the text.</param>
/// <param name="Pieces">Never empty.</param>
internal readonly record struct Word(TextSpan Span, long[] Pieces);

/// <summary>
/// BERT's tokens: Han characters and marks one by one, other words by WordPiece. Our own, because Microsoft.ML.Tokenizers' offsets
/// count units of a normalised text into which blanks have been put around Han and from which accents have gone.
/// </summary>
internal sealed class BertTokenizer(BertVocabulary vocabulary, bool lowerCase)
{
    // BERT's own bound: longer words are unknown as a whole.
    private const int LongestWord = 100;

    // Where the culture is invariant, as here, string.Normalize takes no accent off: the letters of Western names and of pinyin (lǚ).
    private const string Accented = "áàâäãåāǎéèêëēěíìîïīǐóòôöõōǒúùûüūǔǖǘǚǜñçýÿšžčćń";
    private const string Plain = "aaaaaaaaeeeeeeiiiiiiooooooouuuuuuuuuuncyyszccn";

    public List<Word> Tokenize(ReadOnlySpan<char> text, int offset)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            var length = RuneAt(text[i..], out var rune);
            var kind = KindOf(rune);
            var end = i + length;
            if (kind == Kind.Letter)
            {
                while (end < text.Length)
                {
                    length = RuneAt(text[end..], out var next);
                    if (KindOf(next) != Kind.Letter)
                    {
                        break;
                    }

                    end += length;
                }
            }

            if (kind != Kind.Blank)
            {
                words.Add(new Word(new TextSpan(offset + i, offset + end), Spell(text[i..end], kind)));
            }

            i = end;
        }

        return words;
    }

    private enum Kind
    {
        Blank,
        Single,
        Letter,
    }

    // A lone surrogate is a character that no vocabulary has.
    private static int RuneAt(ReadOnlySpan<char> text, out Rune rune)
    {
        Rune.DecodeFromUtf16(text, out rune, out var length);
        return length;
    }

    private static Kind KindOf(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune) || rune.Value == 0 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
        {
            return Kind.Blank;
        }

        // 一 to 鿿, 㐀 to 䶿, 豈 to 﫿, and the planes of rare Han (𠀀).
        var isHan = rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
        var isMark = Rune.IsPunctuation(rune) || (rune.IsAscii && Rune.IsSymbol(rune)) || rune == Rune.ReplacementChar;
        return isHan || isMark ? Kind.Single : Kind.Letter;
    }

    private long[] Spell(ReadOnlySpan<char> word, Kind kind)
    {
        if (vocabulary.Find(word) is { } whole)
        {
            return [whole];
        }

        var folded = Fold(word);
        if (kind == Kind.Single || folded.Length > LongestWord)
        {
            return [vocabulary.Find(folded) ?? vocabulary.Unknown];
        }

        var pieces = new List<long>();
        for (var start = 0; start < folded.Length;)
        {
            var end = folded.Length;
            long? piece = null;
            for (; end > start && piece is null; end -= piece is null ? 1 : 0)
            {
                piece = vocabulary.Find(start == 0 ? folded[..end] : "##" + folded[start..end]);
            }

            if (piece is null)
            {
                return [vocabulary.Unknown];
            }

            pieces.Add(piece.Value);
            start = end;
        }

        return pieces.Count > 0 ? [.. pieces] : [vocabulary.Unknown];
    }

    // ＡＢ → AB, and with lower-casing É → e.
    private string Fold(ReadOnlySpan<char> word)
    {
        var builder = new StringBuilder(word.Length);
        foreach (var unit in word)
        {
            builder.Append(unit is >= '！' and <= '～' ? (char)(unit - '！' + '!') : unit);
        }

        var text = builder.ToString();
        if (!lowerCase)
        {
            return text;
        }

        builder.Clear();
        foreach (var unit in text.ToLowerInvariant())
        {
            var place = Accented.IndexOf(unit, StringComparison.Ordinal);
            builder.Append(place >= 0 ? Plain[place] : unit);
        }

        return builder.ToString();
    }
}
