namespace NewsExtract.Readers.Layout;

/// <summary>Judges whether a paragraph goes on after a column, a page, a picture or a headline cut it.</summary>
internal sealed class BreakJoiner
{
    private const int MostOverlap = 4;
    private const int LongestHeading = 21;

    /// <summary>How much of a long document is searched for pairs of characters.</summary>
    private const int SearchLimit = 1 << 20;
    private const int MostSearches = 200;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    private readonly string _source;
    private Dictionary<int, int>? _pairs;
    private int _searches;

    public BreakJoiner(string source)
    {
        _source = source;
    }

    /// <summary>Whether a line opens like a paragraph: with a quote, a day, 据, 目前 ….</summary>
    public static bool OpensParagraph(string source, TextUnit unit)
    {
        Span<char> folded = stackalloc char[12];
        var head = Head(source, unit, folded);
        return s_lexicon.ParagraphOpenings.AtStart(head) > 0 || DateReader.ReadDay(head) > 0 || DateReader.Read(head, out _) > 0 || TitleTest.IsNumbered(head);
    }

    /// <summary>Whether a line opens so that it can hardly go on with anything: a day, 据, 目前.</summary>
    public static bool ClearlyOpensParagraph(string source, TextUnit unit)
    {
        Span<char> folded = stackalloc char[12];
        var head = Head(source, unit, folded);
        // 在江州期间，…
        if (head[0] is '在' or '从' or '当' && head.IndexOf(',') > 0)
        {
            return true;
        }

        return s_lexicon.ParagraphOpenings.AtStart(head) > 1 || head[0] is '“' or '据' or '「' || DateReader.Read(head, out _) > 0 || TitleTest.IsNumbered(head);
    }

    /// <summary>Whether the last character of one unit and the first of another make a common word.</summary>
    public static bool IsWordAcross(string source, TextUnit before, TextUnit after) =>
        LayoutLexicon.IsCommonWord(Glyphs.Fold(source[before.End - 1]), Glyphs.Fold(source[after.Start]));

    /// <summary>Whether a break between two lines falls within a word or before a character that begins no sentence.</summary>
    public static bool GoesOnAcross(string source, TextUnit before, TextUnit after)
    {
        var first = Glyphs.Fold(source[after.Start]);
        return IsWordAcross(source, before, after) || s_lexicon.NeverFirst.Contains([first]) || Glyphs.IsNeverFirst(first);
    }

    /// <summary>
    /// How well <paramref name="next"/> goes on where <paramref name="open"/> breaks off; negative when it begins
    /// something of its own, 0 when nothing tells.
    /// </summary>
    public int Fit(TextUnit open, TextUnit next)
    {
        if (next.Opening is not null)
        {
            return -9;
        }

        Span<char> folded = stackalloc char[12];
        var head = Head(_source, next, folded);
        var first = head[0];
        var last = Glyphs.Fold(_source[open.End - 1]);
        if (Glyphs.IsNeverFirst(first))
        {
            return 9;
        }

        if (TitleTest.IsNumbered(head))
        {
            return -3;
        }

        var fit = 0;
        if (last is ',' or '、' || s_lexicon.NeverLast.Contains([last]))
        {
            fit += 2;
        }

        if (s_lexicon.NeverFirst.AtStart(head) > 0)
        {
            fit += 3;
        }

        if (Glyphs.IsHan(last) && Glyphs.IsHan(first))
        {
            fit += LayoutLexicon.IsCommonWord(last, first) ? 3 : CountPair(last, first) > 0 ? 2 : 0;
            fit += OverlapLength(open, next) > 0 ? 2 : 0;
        }
        else if (char.IsAsciiDigit(last) && (char.IsAsciiDigit(first) || Glyphs.IsHan(first)))
        {
            fit += 2;
        }

        if (HasOpenQuote(open))
        {
            fit += 2;
        }

        if (ClearlyOpensParagraph(_source, next))
        {
            fit -= last is ',' or '、' ? 0 : fit < 3 ? 2 : 1;
        }

        return fit;
    }

    /// <summary>
    /// Length of what the break printed twice: …统一 / 一到… has one character too many unless 一到 stands elsewhere or is a word.
    /// </summary>
    public int OverlapLength(TextUnit open, TextUnit next)
    {
        var end = open.Pieces[^1];
        var start = next.Pieces[0];
        for (var length = Math.Min(MostOverlap, Math.Min(end.Length, start.Length - 1)); length > 1; length--)
        {
            if (_source.AsSpan(end.End - length, length).SequenceEqual(_source.AsSpan(start.Start, length)) && IsAllHan(start.Start, length))
            {
                return length;
            }
        }

        if (start.Length < 2 || end.Length < 2 || _source[start.Start] != _source[end.End - 1] || !IsAllHan(start.Start, 2))
        {
            return 0;
        }

        // 中国 / 国家 is natural: a word ends and another begins. 统一 / 一到 and 二期项 / 项目 are not.
        var doubled = _source[start.Start];
        var follower = _source[start.Start + 1];
        var before = _source[end.End - 2];
        if (IsSaidElsewhere([before, doubled, follower]))
        {
            return 1;
        }

        var endsWord = LayoutLexicon.IsCommonWord(before, doubled) || CountPair(before, doubled) > 3;
        var beginsWord = LayoutLexicon.IsCommonWord(doubled, follower) || CountPair(doubled, follower) > 1;
        return endsWord && beginsWord ? 0 : 1;
    }

    /// <summary>Whether a break between two units falls within a word beyond doubt.</summary>
    public bool IsCutInWord(TextUnit line, TextUnit next)
    {
        Span<char> folded = stackalloc char[12];
        var head = Head(_source, next, folded);
        if (line.Profile.Commas > 0 && next.Opening is null && !ClearlyOpensParagraph(_source, next) && (Fit(line, next) >= 2 || IsUnbalanced(line) || OverlapLength(line, next) > 0))
        {
            return true;
        }

        return next.Opening is null && head.Length > 1 && line.Profile is { Visible: >= 8, IsLetterSpaced: false }
            && (Glyphs.IsNeverFirst(head[0]) || (IsWordAcross(_source, line, next) && !LayoutLexicon.IsCommonWord(head[0], head[1]) && !ClearlyOpensParagraph(_source, next)));
    }

    /// <summary>
    /// Whether a line without marks is the head of a paragraph that a break cut, not a heading: <paramref name="next"/> goes on
    /// in mid-word, or the line is too long for a heading.
    /// </summary>
    public bool IsCutParagraph(TextUnit line, TextUnit next)
    {
        var visible = line.Profile.Visible;
        if (next.Opening is not null || next.Kind != UnitKind.Prose || visible < 6 || line.Profile.IsLetterSpaced || line.Profile.Ending != Ending.Open)
        {
            return false;
        }

        Span<char> folded = stackalloc char[12];
        var head = Head(_source, next, folded);
        if (Glyphs.IsNeverFirst(head[0]) || (visible >= 12 && s_lexicon.NeverFirst.AtStart(head) > 0))
        {
            return true;
        }

        if (visible >= 16 && IsUnbalanced(line) && !ClearlyOpensParagraph(_source, next))
        {
            return true;
        }

        var fit = Fit(line, next);
        var inWord = head.Length > 1 && IsWordAcross(_source, line, next) && !LayoutLexicon.IsCommonWord(head[0], head[1]);
        return visible >= LongestHeading ? fit >= 0 && !OpensParagraph(_source, next) : visible >= 12 ? fit >= 4 || inWord : inWord && fit >= 3;
    }

    // 会见前，王小明等察看了…: a heading with a comma has halves of about one length.
    private bool IsUnbalanced(TextUnit line)
    {
        if (line.Profile.Commas != 1)
        {
            return false;
        }

        var span = line.Pieces[0];
        var comma = span.Of(_source).IndexOfAny('，', ',');
        return comma > 0 && (span.Length - comma - 1) >= comma * 3;
    }

    private static ReadOnlySpan<char> Head(string source, TextUnit unit, Span<char> folded)
    {
        var length = 0;
        var span = unit.Pieces[0];
        for (var i = span.Start; i < span.End && length < folded.Length; i++)
        {
            if (!Glyphs.IsBlank(source[i]))
            {
                folded[length++] = Glyphs.Fold(source[i]);
            }
        }

        return folded[..length];
    }

    private bool IsAllHan(int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (!Glyphs.IsHan(_source[i]) || char.IsSurrogate(_source[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Looks at the last 400 characters only: a quote is rarely longer.
    private bool HasOpenQuote(TextUnit unit)
    {
        var depth = 0;
        var budget = 400;
        for (var p = unit.Pieces.Count - 1; p >= 0 && budget > 0; p--)
        {
            for (var i = unit.Pieces[p].End - 1; i >= unit.Pieces[p].Start && budget-- > 0; i--)
            {
                switch (_source[i])
                {
                    case '”' or '」' or '》' or '）':
                        depth--;
                        break;
                    case '“' or '「' or '《' or '（':
                        if (++depth > 0)
                        {
                            return true;
                        }

                        break;
                }
            }
        }

        return false;
    }

    private bool IsSaidElsewhere(ReadOnlySpan<char> text) =>
        _searches++ < MostSearches && _source.AsSpan(0, Math.Min(_source.Length, SearchLimit)).IndexOf(text) >= 0;

    private int CountPair(char first, char second)
    {
        _pairs ??= CountPairs();
        return _pairs.GetValueOrDefault((first << 16) | second);
    }

    private Dictionary<int, int> CountPairs()
    {
        var pairs = new Dictionary<int, int>();
        var limit = Math.Min(_source.Length, SearchLimit);
        for (var i = 1; i < limit; i++)
        {
            if (Glyphs.IsHan(_source[i]) && Glyphs.IsHan(_source[i - 1]))
            {
                var key = (_source[i - 1] << 16) | _source[i];
                pairs[key] = pairs.GetValueOrDefault(key) + 1;
            }
        }

        return pairs;
    }
}
