using System.Collections.Immutable;

namespace NewsExtract.Chinese.Segmentation;

/// <summary>
/// Cuts text into the words of the original jieba (Python, accurate mode, HMM on): the most probable path through
/// the dictionary's words, characters left single joined by a hidden Markov model. Tags come from the dictionary; a number
/// that it lacks is <c>m</c>, Latin <c>eng</c>. A surrogate pair is one token, which the original's code points are too.
/// Immutable and safe for concurrent use; allocates its result only.
/// </summary>
public sealed class SpanTokenizer : ITokenizer
{
    private readonly SegmentationModel _model;
    private readonly UserLexicon? _user;

    /// <exception cref="SegmentationResourceException">The dictionary is missing or damaged.</exception>
    public SpanTokenizer()
        : this(SegmentationModel.Default, null)
    {
    }

    /// <param name="dictionary">Words of this instance alone; they win over jieba's own by their frequency.</param>
    /// <exception cref="SegmentationResourceException">jieba's dictionary is missing or damaged.</exception>
    public SpanTokenizer(UserDictionary dictionary)
        : this(SegmentationModel.Default, dictionary ?? throw new ArgumentNullException(nameof(dictionary)))
    {
    }

    internal SpanTokenizer(SegmentationModel model, UserDictionary? dictionary)
    {
        _model = model;
        _user = dictionary is { Words.Length: > 0 } ? new UserLexicon(model, dictionary) : null;
    }

    public ImmutableArray<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cutter = new BlockCutter(_model, _user, text);
        try
        {
            for (var i = 0; i < text.Length;)
            {
                var end = i;
                while (end < text.Length && WordCharacters.IsInBlock(text[end]))
                {
                    end++;
                }

                if (end > i)
                {
                    cutter.Cut(i, end);
                }
                else
                {
                    end = i + LengthOfSign(text, i);
                    cutter.Add(i, end, null);
                }

                i = end;
            }

            return cutter.ToTokens();
        }
        finally
        {
            cutter.Dispose();
        }
    }

    /// <summary>A sign, a blank or a foreign character: one code point, and a carriage return with its line feed.</summary>
    internal static int LengthOfSign(string text, int start)
    {
        if (start + 1 == text.Length)
        {
            return 1;
        }

        var isPair = char.IsSurrogatePair(text[start], text[start + 1]) || (text[start] == '\r' && text[start + 1] == '\n');
        return isPair ? 2 : 1;
    }
}
