using NewsExtract.Extraction.Mentions.Titles;

namespace NewsExtract.Extraction.Mentions.Persons;

/// <summary>A person's name found in an article.</summary>
/// <param name="IsFirm">Its context alone says that it is a name, so that it is looked for elsewhere in the article.</param>
internal readonly record struct PersonCandidate(TextSpan Span, bool IsFirm);

/// <summary>
/// Finds names on characters: each place where a name may start is weighed by what stands before it (a title, 记者, a name
/// and 、), what the characters are (<see cref="NameModel"/>), what follows (说, 出席, a stop), and where words end.
/// Names that their context vouches for are then found everywhere in the article.
/// </summary>
internal sealed class PersonScanner
{
    private const float Threshold = 4f;
    private const float TitleLead = 4.2f;
    private const float CreditLead = 5f;
    private const float KinLead = 3.2f;
    private const float WordLead = 1.8f;
    private const float ListLead = 4f;
    private const float BreakLead = 1.2f;
    private const float NoLead = -1f;

    private readonly string _text;
    private readonly ReversedText _reversed;
    private readonly TokenMap _tokens;
    private readonly NameModel _model = NameModel.Shared;
    private readonly bool[] _titleEnds;
    private readonly bool[] _titleStarts;
    private readonly bool[] _placeEnds;
    private readonly bool[] _nameEnds;
    private readonly List<PersonCandidate> _found = [];

    public PersonScanner(string text, ReversedText reversed, TokenMap tokens, IReadOnlyList<TitleCandidate> titles, Places.PlaceScan places)
    {
        _text = text;
        _reversed = reversed;
        _tokens = tokens;
        _titleEnds = new bool[text.Length + 1];
        _titleStarts = new bool[text.Length + 1];
        _placeEnds = new bool[text.Length + 1];
        _nameEnds = new bool[text.Length + 1];
        foreach (var title in titles)
        {
            _titleEnds[title.End] = true;
            _titleStarts[title.Start] = true;
            _titleStarts[title.CoreStart] = true;
        }

        foreach (var place in places.Places)
        {
            _placeEnds[place.Span.End] = true;
        }
    }

    public List<PersonCandidate> Scan()
    {
        for (var i = 0; i < _text.Length;)
        {
            var length = NameAt(i, out var firm);
            if (length == 0)
            {
                i++;
                continue;
            }

            _found.Add(new PersonCandidate(new TextSpan(i, i + length), firm));
            i += length;
            _nameEnds[i] = true;
        }

        return _found;
    }

    private int NameAt(int start, out bool firm)
    {
        firm = false;
        var first = _text[start];
        if (!IsHan(first))
        {
            return IsLatinStart(start) && Lead(start) >= ListLead ? Firm(LatinName(start), out firm) : 0;
        }

        if (PersonLexicon.NotName.Longest(_text, start, out _) > 0)
        {
            return 0;
        }

        var lead = Lead(start);
        var dotted = DottedName(start, lead);
        if (dotted > 0)
        {
            return Firm(dotted, out firm);
        }

        var isSurname = _model.IsSurname(_text, start, out _);
        if (!isSurname && lead < KinLead)
        {
            return 0;
        }

        // 董事长说, 记者从: the word after the title speaks of it and is no name.
        var verb = PersonLexicon.After.Longest(_text, start, out _);
        var best = Threshold;
        var bestLength = 0;
        var limit = Math.Min(_text.Length - start, lead >= KinLead ? NameModel.MaxLongLength : NameModel.MaxLength);
        for (var length = NameModel.MinLength; length <= limit && IsHan(_text[start + length - 1]); length++)
        {
            var score = Weigh(start, length, lead, isSurname) - (verb > 1 ? 2.5f : 0);
            if (score > best)
            {
                best = score;
                bestLength = length;
            }
        }

        firm = lead >= WordLead || best >= Threshold + 2;
        return bestLength;
    }

    private static int Firm(int length, out bool firm)
    {
        firm = length > 0;
        return length;
    }

    private float Weigh(int start, int length, float lead, bool isSurname)
    {
        var end = start + length;
        var name = _text.AsSpan(start, length);
        var chinese = isSurname ? _model.Chinese(name) : float.NegativeInfinity;
        var likeness = Math.Clamp(0.5f * chinese, -2.5f, 4);
        if (float.IsNegativeInfinity(chinese))
        {
            likeness = -4;
        }

        if (length > 2 && lead >= KinLead)
        {
            var spelled = _model.Spelled(name) / length;
            likeness = Math.Max(likeness, (spelled * 2.4f) - 2.6f);
        }

        if (likeness <= -4)
        {
            return float.NegativeInfinity;
        }

        return lead + likeness + Follow(end, lead) + Words(start, end, lead);
    }

    /// <summary>What stands before: the weight that a name starts here.</summary>
    private float Lead(int start)
    {
        var before = start;
        while (before > 0 && _text[before - 1] is ' ' or '：' or ':' or '\n' && start - before < 2)
        {
            before--;
        }

        if (before > 0 && _text[before - 1] is '）' or ')' && OpeningOf(before - 1) is var open && open > 0)
        {
            // 李明（女）、王强: brackets behind a name.
            if (_nameEnds[open])
            {
                before = open;
            }
        }

        if (before == 0)
        {
            return BreakLead;
        }

        var blank = before < start;
        var lineBreak = blank && _text.AsSpan(before, start - before).Contains('\n');
        if (_titleEnds[before])
        {
            return lineBreak ? BreakLead : TitleLead;
        }

        if (_nameEnds[before])
        {
            return lineBreak ? BreakLead + 0.6f : blank ? ListLead : NoLead;
        }

        var length = PersonLexicon.Before.Longest(_reversed, before, out var kind);
        if (length > 0 && kind < 2 && !lineBreak)
        {
            return kind == 0 ? CreditLead : KinLead;
        }

        var last = _text[before - 1];
        if (last is '、' or '和' or '与' or '及' or '，' or '/' && before > 1 && IsNameEnd(before - 1))
        {
            return last == '，' ? BreakLead + 0.8f : ListLead;
        }

        if (length > 1 && !blank)
        {
            return WordLead;
        }

        if (last is '\n' or '。' or '，' or '；' or '：' or '“' or '”' or '」' or '「' or '！' or '？' or '—' or '（' or '■' or '□' or '▲' or ' ' || blank)
        {
            return IsWholeBracket(start) ? CreditLead : BreakLead;
        }

        return length > 0 ? BreakLead : NoLead;
    }

    // （张三） and （张三 李四） at the end of a paragraph.
    private bool IsWholeBracket(int start)
    {
        if (_text[start - 1] is not ('（' or '('))
        {
            return false;
        }

        var end = start;
        while (end < _text.Length && end - start < 12 && (IsHan(_text[end]) || _text[end] is ' ' or '·'))
        {
            end++;
        }

        return end < _text.Length && _text[end] is '）' or ')' && end - start >= 2 && (end + 1 == _text.Length || _text[end + 1] == '\n')
            && start > 1 && _text[start - 2] is '。' or '”' or '！' or '？' or '\n';
    }

    private bool IsNameEnd(int position)
    {
        if (_nameEnds[position])
        {
            return true;
        }

        return position > 0 && _text[position - 1] is '）' or ')' && OpeningOf(position - 1) is var open && open > 0 && _nameEnds[open];
    }

    private int OpeningOf(int closing)
    {
        for (var i = closing - 1; i >= 0 && closing - i < 24; i--)
        {
            if (_text[i] is '（' or '(')
            {
                return i;
            }

            if (_text[i] is '\n' or '。')
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>What follows: the weight that a name ends here.</summary>
    private float Follow(int end, float lead)
    {
        if (end >= _text.Length)
        {
            return lead >= WordLead ? 2 : 0.5f;
        }

        var length = PersonLexicon.After.Longest(_text, end, out var kind);
        if (length > 0)
        {
            return kind == 0 ? length > 1 ? 2.7f : 2.2f : length > 1 ? 1.6f : 1.1f;
        }

        if (!IsHan(_text[end]))
        {
            return _text[end] switch
            {
                '·' => -4,
                '、' or '，' or '）' or '（' or ' ' or '\n' or '；' or ')' or '(' => lead >= WordLead ? 2.2f : 0.3f,
                '：' => 1.6f,
                '”' or '》' or '」' => -1,
                _ => lead >= WordLead ? 1.5f : 0,
            };
        }

        return _titleStarts[end] ? 1.5f : -1.3f;
    }

    /// <summary>Where words end, as far as they are known: a name rarely cuts one.</summary>
    private float Words(int start, int end, float lead)
    {
        float sum = 0;
        if (_tokens.IsInside(start))
        {
            sum -= lead >= KinLead ? 0.3f : 2;
        }

        if (_tokens.IsInside(end))
        {
            sum -= 1;
        }

        if (_tokens.Exactly(start, end) is { Tag: { } tag })
        {
            if (tag.StartsWith("nr", StringComparison.Ordinal))
            {
                sum += 0.5f;
            }
            else if (lead < KinLead)
            {
                sum -= 2.5f;
            }
        }

        return sum;
    }

    // 安娜·科瓦廖娃, 奇·朝克图, 若泽·安东尼奥·科埃略.
    private int DottedName(int start, float lead)
    {
        var dot = start + 1;
        while (dot < _text.Length && dot - start <= 5 && IsHan(_text[dot]))
        {
            dot++;
        }

        if (dot >= _text.Length || _text[dot] != '·' || dot - start > 5)
        {
            return 0;
        }

        var head = _model.Spelled(_text.AsSpan(start, dot - start));
        if (lead < WordLead && (lead < 0 || head < 0.5f))
        {
            // The run may begin further right: 总经理 is no title yet where its head is unknown.
            return 0;
        }

        var part = dot;
        while (true)
        {
            var next = part + 1;
            while (next < _text.Length && next - part <= 6 && IsHan(_text[next]))
            {
                next++;
            }

            if (next < _text.Length && _text[next] == '·' && next - part is > 1 and <= 7)
            {
                part = next;
                continue;
            }

            var best = 0f;
            var end = 0;
            for (var i = part + 2; i <= next; i++)
            {
                var spelled = _model.Spelled(_text.AsSpan(part + 1, i - part - 1));
                var score = spelled + (2 * Follow(i, Math.Max(lead, WordLead))) + (_tokens.IsInside(i) ? -0.5f : 0.5f) + 4;
                if (score > best)
                {
                    best = score;
                    end = i;
                }
            }

            return end == 0 ? 0 : end - start;
        }
    }

    private bool IsLatinStart(int position) =>
        char.IsAsciiLetterUpper(_text[position]) && position + 1 < _text.Length && char.IsAsciiLetterLower(_text[position + 1])
        && (position == 0 || !char.IsAsciiLetter(_text[position - 1]));

    // Helen Nygaard: two or three capitalised words.
    private int LatinName(int start)
    {
        var words = 0;
        var end = 0;
        for (var i = start; i < _text.Length && words < 4 && IsLatinStart(i);)
        {
            while (i < _text.Length && (char.IsAsciiLetter(_text[i]) || _text[i] is '-' or '\''))
            {
                i++;
            }

            end = i;
            words++;
            if (i >= _text.Length || _text[i] != ' ')
            {
                break;
            }

            i++;
        }

        return words >= 2 ? end - start : 0;
    }

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
