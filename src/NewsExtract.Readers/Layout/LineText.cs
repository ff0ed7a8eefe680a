namespace NewsExtract.Readers.Layout;

/// <summary>
/// The head and the tail of a line or paragraph without blanks and with full-width forms folded, so that patterns see
/// one spelling, and where each character stands in the source. Reused from line to line; not safe for concurrent use.
/// </summary>
internal sealed class LineText
{
    /// <summary>How much of the beginning is kept.</summary>
    public const int HeadLimit = 240;

    /// <summary>How much of the end is kept.</summary>
    public const int TailLimit = 96;

    private readonly char[] _head = new char[HeadLimit];
    private readonly int[] _headAt = new int[HeadLimit];
    private readonly char[] _tail = new char[TailLimit];
    private readonly int[] _tailAt = new int[TailLimit];
    private int _headLength;
    private int _tailLength;

    public string Source { get; private set; } = "";

    public ReadOnlySpan<char> Head => _head.AsSpan(0, _headLength);

    public ReadOnlySpan<char> Tail => _tail.AsSpan(TailLimit - _tailLength);

    /// <summary>Whether <see cref="Head"/> is all there is.</summary>
    public bool IsWhole { get; private set; }

    public void Load(string source, IReadOnlyList<TextSpan> pieces)
    {
        Source = source;
        _headLength = _tailLength = 0;
        IsWhole = true;
        foreach (var piece in pieces)
        {
            for (var i = piece.Start; i < piece.End; i++)
            {
                if (Glyphs.IsBlank(source[i]))
                {
                    continue;
                }

                if (_headLength == HeadLimit)
                {
                    IsWhole = false;
                    break;
                }

                _head[_headLength] = Glyphs.Fold(source[i]);
                _headAt[_headLength++] = i;
            }
        }

        for (var p = pieces.Count - 1; p >= 0; p--)
        {
            for (var i = pieces[p].End - 1; i >= pieces[p].Start && _tailLength < TailLimit; i--)
            {
                if (!Glyphs.IsBlank(source[i]))
                {
                    _tailLength++;
                    _tail[^_tailLength] = Glyphs.Fold(source[i]);
                    _tailAt[^_tailLength] = i;
                }
            }
        }
    }

    /// <summary>Source index of <c>Head[index]</c>; for the length of the head, the index after its last character.</summary>
    public int HeadOffset(int index) => index < _headLength ? _headAt[index] : _headLength == 0 ? 0 : _headAt[_headLength - 1] + 1;

    /// <summary>Source index of <c>Tail[index]</c>.</summary>
    public int TailOffset(int index) => _tailAt[TailLimit - _tailLength + index];

    /// <summary>Whether blanks stand in the source before <c>Head[index]</c>.</summary>
    public bool IsBlankBefore(int index) => index > 0 && index < _headLength && _headAt[index] > _headAt[index - 1] + 1;
}
