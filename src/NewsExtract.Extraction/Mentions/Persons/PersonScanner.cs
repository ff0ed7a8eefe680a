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
    private const float TitleLead = 4.5f;
    private const float CreditLead = 5.2f;
    private const float KinLead = 3.2f;
    private const float WordLead = 1.8f;
    private const float ListLead = 4f;
    private const float QuoteLead = 1.9f;
    private const float BreakLead = 1.2f;
    private const float BodyLead = 0.8f;
    private const float NoLead = -1f;
    private const float CertainFollow = 4.6f;
    private const float AppointmentFollow = 3.9f;

    private readonly string _text;
    private readonly ReversedText _reversed;
    private readonly TokenMap _tokens;
    private readonly NameModel _model = NameModel.Shared;
    private readonly ArticleText _article;
    private readonly int[] _titleAtEnd;
    private readonly bool[] _guessedEnds;
    private readonly bool[] _titleStarts;
    private readonly bool[] _placeEnds;
    private readonly int[] _placeLengths;
    private readonly bool[] _tables;
    private readonly int[] _certain;
    private readonly bool[] _nameEnds;
    private readonly List<PersonCandidate> _found = [];

    public PersonScanner(ArticleText article, ReversedText reversed, TokenMap tokens, IReadOnlyList<TitleCandidate> titles, Places.PlaceScan places)
    {
        var text = article.Text;
        _article = article;
        _text = text;
        _reversed = reversed;
        _tokens = tokens;
        _guessedEnds = new bool[text.Length + 1];
        _titleAtEnd = new int[text.Length + 1];
        Array.Fill(_titleAtEnd, -1);
        _titleStarts = new bool[text.Length + 1];
        _placeEnds = new bool[text.Length + 1];
        _placeLengths = new int[text.Length + 1];
        _nameEnds = new bool[text.Length + 1];
        foreach (var title in titles)
        {
            _titleAtEnd[title.End] = title.CoreStart;
            _guessedEnds[title.End] = title.IsGuessed;
            _titleStarts[title.Start] = true;
            _titleStarts[title.CoreStart] = true;
        }

        foreach (var place in places.Places)
        {
            _placeEnds[place.Span.End] = true;
            _placeLengths[place.Span.Start] = place.IsShort ? -place.Span.Length : place.Span.Length;
        }

        _tables = NameTables.Find(article, _model);
        _certain = Bylines.Find(article, titles);
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

        if (_titleStarts[start] || PersonLexicon.NotName.Longest(_text, start, out _) > 0)
        {
            return 0;
        }

        if (_certain[start] > 0)
        {
            return Firm(_certain[start], out firm);
        }

        var lead = Lead(start);
        var spread = SpreadName(start, lead);
        if (spread > 0)
        {
            return Firm(spread, out firm);
        }

        var dotted = DottedName(start, lead);
        if (dotted > 0)
        {
            return Firm(dotted, out firm);
        }

        var isSurname = _model.IsSurname(_text, start, out _);
        if (!isSurname && lead < BreakLead)
        {
            return 0;
        }

        if (lead < BreakLead && _tokens.IsInside(start))
        {
            return 0;
        }

        // 董事长说, 记者从: the word after the title speaks of it and is no name.
        var verb = PersonLexicon.After.Longest(_text, start, out _);
        var best = Threshold;
        var bestLength = 0;
        var limit = Math.Min(_text.Length - start, lead >= BreakLead ? NameModel.MaxLongLength : NameModel.MaxLength);
        for (var length = NameModel.MinLength; length <= limit && IsHan(_text[start + length - 1]); length++)
        {
            // 王　勇 is spread out over three places; a blank elsewhere parts two names.
            if (HasGap(start + length - 1) && length > 2)
            {
                break;
            }

            var score = Weigh(start, length, lead, isSurname) - (verb > 1 ? 2.5f : 0);
            if (score > best)
            {
                best = score;
                bestLength = length;
            }

            if (length == 2 && HasGap(start + 1))
            {
                break;
            }
        }

        firm = lead >= WordLead || best >= Threshold + 1;
        return bestLength;
    }

    // 院长车　辙宣布: a full-width blank evens out a short name.
    private int SpreadName(int start, float lead)
    {
        if (!_model.IsSurname(_text, start, out var surname))
        {
            return 0;
        }

        if (surname == 2 && HasWideBlank(start + 1))
        {
            surname = 1;
        }

        var blank = start + surname;
        if (!HasWideBlank(blank) || blank + 1 >= _text.Length || !IsHan(_text[blank + 1]))
        {
            return 0;
        }

        var best = Threshold;
        var bestEnd = 0;
        for (var end = blank + 2; end <= Math.Min(_text.Length, blank + 3) && IsHan(_text[end - 1]); end++)
        {
            var name = string.Concat(_text.AsSpan(start, surname), _text.AsSpan(blank + 1, end - blank - 1));
            var follow = Follow(end, lead);
            var score = lead + Math.Clamp(0.5f * _model.Chinese(name), -1.5f, 4) + follow + (end == blank + 2 ? 0.6f : 0);
            if (score > best && (lead >= WordLead || follow >= 1))
            {
                best = score;
                bestEnd = end;
            }
        }

        return bestEnd == 0 ? 0 : bestEnd - start;
    }

    // A full-width blank within 车　辙, or any blank between two characters that stand alone: 钱 坤.
    private bool HasWideBlank(int position) =>
        position < _text.Length && _text[position] == ' ' && _article.SourceOffset(position) is var offset && offset != ArticleText.NoSource
        && (_article.Document.Text[offset] == '　' || (IsAlone(position - 1) && position + 1 < _text.Length && IsAlone(position + 1)));

    private bool IsAlone(int position) =>
        position >= 0 && IsHan(_text[position]) && (position == 0 || !IsHan(_text[position - 1])) && (position + 1 == _text.Length || !IsHan(_text[position + 1]));

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
        var likeness = Math.Clamp(0.5f * chinese, lead >= TitleLead ? -2 : -2.5f, 4);
        if (float.IsNegativeInfinity(chinese))
        {
            likeness = -4;
        }

        if (lead >= KinLead && _model.IsJapanese(name))
        {
            likeness = Math.Max(likeness, 0.6f + (0.3f * length));
        }

        if (lead >= KinLead || (lead >= BreakLead && (length > 2 || _model.IsMinority(name))))
        {
            var spelled = _model.Spelled(name) / length;
            likeness = Math.Max(likeness, (spelled * 2.4f) - (lead >= KinLead ? 2.6f : 3.2f));
        }

        var place = _placeLengths[start];
        if (place >= length && place > 2)
        {
            return float.NegativeInfinity;
        }

        if (Math.Abs(place) == length && lead < TitleLead)
        {
            likeness -= lead >= ListLead ? 3 : 1.5f;
        }

        if (lead < TitleLead && _text[end - 1] is '镇' or '乡' or '村' or '县' or '市' or '区' or '省')
        {
            likeness -= 3;
        }

        // 党委书记才项多杰汇报: no surname, but a title before and a verb of speech behind.
        if (likeness < -2 && lead >= TitleLead && length is 3 or 4 && PersonLexicon.After.Longest(_text, end, out var verb) > 1 && verb == 0 && !HasAfterWord(start, end))
        {
            likeness = -2;
        }

        if (likeness <= -4)
        {
            return float.NegativeInfinity;
        }

        // 招商投资: a word of the dictionary, where little leads to a name.
        if (lead < KinLead && length == 2 && _tokens.Exactly(start, end) is { Tag: { } tag } && !tag.StartsWith("nr", StringComparison.Ordinal))
        {
            likeness = Math.Min(likeness, 1);
        }

        // 晏小如说, 肖大克等: the last character belongs to what follows.
        if (length > 2 && PersonLexicon.Tails.TryGet(_text.AsSpan(end - 1, 1), out _))
        {
            likeness -= 2.2f;
        }

        // 李小瑶|荣获: the last character opens the verb.
        if (length > 2 && PersonLexicon.After.Longest(_text, end - 1, out _) > 1)
        {
            likeness -= 2.2f;
        }

        // 中山大学, 西门子公司: a body.
        if (length > 2 && IsBody(name))
        {
            return float.NegativeInfinity;
        }

        if (_model.CutsMinority(_text, start, end))
        {
            likeness -= 2;
        }

        var follow = Follow(end, lead);
        if (follow < 0)
        {
            likeness = Math.Min(likeness, length >= 4 && _model.IsMinority(name) ? 3.5f : float.IsNegativeInfinity(chinese) ? 1 : 3);
        }

        return lead + likeness + follow + Words(start, end, follow >= AppointmentFollow ? TitleLead : lead);
    }

    private bool HasAfterWord(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (PersonLexicon.After.Longest(_text, i, out _) > 0 || _titleStarts[i] || (_tokens.At(i) is { Tag: not null } word && word.Span.Start == i && word.Span.Length > 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBody(ReadOnlySpan<char> name) =>
        name.EndsWith("大学", StringComparison.Ordinal) || name.EndsWith("学院", StringComparison.Ordinal) || name.EndsWith("公司", StringComparison.Ordinal)
        || name.EndsWith("医院", StringComparison.Ordinal) || name.EndsWith("集团", StringComparison.Ordinal) || name.EndsWith("银行", StringComparison.Ordinal)
        || name.EndsWith("中心", StringComparison.Ordinal) || name.EndsWith("学会", StringComparison.Ordinal) || name.EndsWith("协会", StringComparison.Ordinal)
        || name.EndsWith("政府", StringComparison.Ordinal) || name.EndsWith("法院", StringComparison.Ordinal) || name.EndsWith("中学", StringComparison.Ordinal)
        || name.EndsWith("小学", StringComparison.Ordinal) || name.EndsWith("研究院", StringComparison.Ordinal) || name.EndsWith("研究所", StringComparison.Ordinal)
        || name.EndsWith("外科", StringComparison.Ordinal) || name.EndsWith("内科", StringComparison.Ordinal) || name.EndsWith("骨科", StringComparison.Ordinal)
        || name[^1] is '刊' or '版';

    /// <summary>What stands before: the weight that a name starts here.</summary>
    private float Lead(int start)
    {
        if (_tables[start])
        {
            return ListLead;
        }

        var before = start;
        while (before > 0 && _text[before - 1] is ' ' or '：' or ':' or '\n' && start - before < 2)
        {
            before--;
        }

        if (before > 0 && _text[before - 1] is '）' or ')' && OpeningOf(before - 1) is var open && open > 0)
        {
            // 李明（女）、王强: brackets behind a name; 副州长（挂职）李明: behind a title.
            if (_nameEnds[open] || _titleAtEnd[open] >= 0)
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
        if (_titleAtEnd[before] >= 0)
        {
            // 李明教授冒雪赶来: the title belongs to the name before it.
            return lineBreak || _nameEnds[_titleAtEnd[before]] ? BreakLead : _guessedEnds[before] ? WordLead : TitleLead;
        }

        if (_nameEnds[before])
        {
            return lineBreak ? BreakLead + 0.6f : blank || HasGap(start) ? ListLead : NoLead;
        }

        var length = PersonLexicon.Before.Longest(_reversed, before, out var kind);
        if (length > 0 && kind < 2 && !lineBreak)
        {
            return kind == 0 ? CreditLead : KinLead;
        }

        var last = _text[before - 1];
        if (last is '、' or '和' or '与' or '及' or '，' or '/' && before > 1 && IsNameEnd(before - 1))
        {
            return last == '，' ? BreakLead + 0.8f : last == '/' && _placeLengths[start] != 0 ? BreakLead : ListLead;
        }

        if (length > 1 && !blank)
        {
            return WordLead;
        }

        // 技术员的李明, 柏梓镇的李小禾
        if (last == '的' && !blank)
        {
            return _titleAtEnd[before - 1] >= 0 ? KinLead : _placeEnds[before - 1] ? WordLead + 0.8f : NoLead;
        }

        // 李海伦（Helen Lee）
        if (last == '（' && char.IsAsciiLetter(_text[start]) && _nameEnds[before - 1])
        {
            return ListLead;
        }

        if (last is '”' or '」')
        {
            return QuoteLead;
        }

        if (last is '\n' or '。' or '，' or '；' or '：' or '“' or '”' or '」' or '「' or '！' or '？' or '—' or '（' or '■' or '□' or '▲' or ' ' || blank)
        {
            return IsWholeBracket(start) ? CreditLead : lineBreak && IsUnderColon(before) ? KinLead : BreakLead;
        }

        // 解放军总医院李明院士: behind the name of a body.
        if (!blank && last is '院' or '学' or '所' or '团' or '厂' or '校' or '局' or '社' or '室' or '心' && !_tokens.IsInside(start))
        {
            return BodyLead;
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
        while (end < _text.Length && end - start < 16 && (IsHan(_text[end]) || _text[end] is ' ' or '·' or '/'))
        {
            end++;
        }

        return end < _text.Length && _text[end] is '）' or ')' && end - start >= 2 && start > 1
            && (_text[start - 2] is '讯' or '电'
                || ((end + 1 == _text.Length || _text[end + 1] == '\n') && _text[start - 2] is '。' or '”' or '！' or '？' or '\n'));
    }

    // 任命：⏎李明为县教育局局长；⏎王强为…
    private bool IsUnderColon(int lineEnd) => lineEnd > 0 && _text[lineEnd - 1] is '：' or ':' or '；' or ';';

    /// <summary>Whether the source has blanks between this character and the one before, which the view left out.</summary>
    private bool HasGap(int position) =>
        position > 0 && _article.SourceOffset(position) is var offset && _article.SourceOffset(position - 1) is var previous
        && offset != ArticleText.NoSource && previous != ArticleText.NoSource && offset - previous > 1;

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

        var next = _text[end] == ' ' && end + 1 < _text.Length ? end + 1 : end;
        if (_text[next] == '摄' && (next + 1 == _text.Length || _text[next + 1] is '\n' or ' ' or '）' or ')' or '/' or '于' or '。'))
        {
            return CertainFollow;
        }

        var length = PersonLexicon.After.Longest(_text, end, out var kind);
        if (length > 0)
        {
            if (_text.AsSpan(end, length) is "当选" or "不再担任" or "被聘任为" or "被任命为" || (_text[end] is '为' or '任' && lead >= BreakLead && IsAppointment(end)))
            {
                return AppointmentFollow;
            }

            if (_text.AsSpan(end).StartsWith("同志", StringComparison.Ordinal) || _text.AsSpan(end).StartsWith("先生", StringComparison.Ordinal))
            {
                return CertainFollow;
            }

            if (_text[end] == '说' && (end + 1 == _text.Length || !IsHan(_text[end + 1])))
            {
                return lead == QuoteLead ? 3.8f : 2.9f;
            }

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

        if (HasGap(end))
        {
            return lead >= WordLead ? 2.2f : 0.3f;
        }

        if (_titleStarts[end])
        {
            // 周志远院士, 李明教授: ranks that stand behind names.
            return _text.AsSpan(end) switch
            {
                ['院', '士', ..] or ['教', '授', ..] or ['研', '究', '员', ..] or ['博', '士', ..] or ['老', '师', ..] or ['大', '夫', ..] or ['医', '生', ..] => 3,
                _ => 2,
            };
        }

        if (!_tokens.IsPredicateStart(end))
        {
            return -1.3f;
        }

        var predicate = _tokens.At(end).Span;
        return predicate.Length > 1 ? 0.8f : predicate.End < _text.Length && IsHan(_text[predicate.End]) ? 0.2f : -1.3f;
    }

    // 选举…，李明为县人民法院院长: within a sentence that gives posts, and a post follows.
    private bool IsAppointment(int end)
    {
        for (var i = end + 1; i <= _text.Length && i - end < 28; i++)
        {
            if (_titleStarts[i])
            {
                break;
            }

            if (i == _text.Length || i - end == 27 || _text[i] is '，' or '。' or '；' or '\n')
            {
                return false;
            }
        }

        for (var i = end - 2; i > 0 && end - i < 240 && _text[i] is not '。'; i--)
        {
            if (_text.AsSpan(i - 1, 2) is "任命" or "选举" or "选出" or "聘任" or "推选" or "补选" or "当选" or "增选" or "免去")
            {
                return true;
            }
        }

        return false;
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
            else if (end - start > 2)
            {
                // 供应商, 负责人: three characters that are a word are seldom a name.
                sum -= lead >= TitleLead ? 0.8f : 1.8f;
            }
        }

        // 真|细心: an adjective or adverb behind one character.
        if (end - start == 3 && !_tokens.IsInside(start + 1) && _tokens.Exactly(start + 1, end) is { Tag: ['a' or 'd' or 'c' or 'p' or 'r', ..] })
        {
            sum -= 1.5f;
        }

        return sum;
    }

    // 玛丽·奥尔洛娃, 朱·那木, 路易·马里奥·佩索阿.
    private int DottedName(int start, float lead)
    {
        var dot = start + 1;
        while (dot < _text.Length && dot - start <= 7 && IsHan(_text[dot]))
        {
            dot++;
        }

        if (dot >= _text.Length || _text[dot] != '·' || dot - start > 7)
        {
            return 0;
        }

        // 棉农古丽·买买提: the name begins behind the nearest word that leads to one.
        for (var later = start + 1; later < dot; later++)
        {
            if (Lead(later) is var stronger && stronger >= WordLead && stronger >= lead)
            {
                return 0;
            }
        }

        // 威海·荣成 is a place.
        if (_text[start] is '了' or '的' || (_placeEnds[dot] && _placeLengths[start] != 0 && lead < TitleLead))
        {
            return 0;
        }

        var head = _model.Spelled(_text.AsSpan(start, dot - start));
        // 专家汉斯·穆勒: with nothing before that leads to a name, the characters alone have to tell where it begins.
        if (lead < WordLead && (lead < 0 ? _tokens.IsInside(start) || head < 1.2f * (dot - start) : head < 0.5f))
        {
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
                // 铁木则感谢, 蓬萨万和: a particle ends the name.
                if (i > part + 2 && (PersonLexicon.Tails.TryGet(_text.AsSpan(i - 1, 1), out _) || _text[i - 1] is '和' or '率'))
                {
                    break;
                }

                var spelled = 3 * _model.Spelled(_text.AsSpan(part + 1, i - part - 1)) / (i - part - 1);
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
