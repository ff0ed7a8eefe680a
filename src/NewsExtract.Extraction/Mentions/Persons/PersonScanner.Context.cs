namespace NewsExtract.Extraction.Mentions.Persons;

// What stands before and behind a name.
internal sealed partial class PersonScanner
{
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
            return _nameEnds[_titleAtEnd[before]] ? NoLead : lineBreak ? BreakLead : _guessedEnds[before] ? WordLead : TitleLead;
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
    private bool HasGap(int position) => DroppedBlanks.StandBefore(_article, position);

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
}
