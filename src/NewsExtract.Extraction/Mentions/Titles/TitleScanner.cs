using NewsExtract.Extraction.Mentions.Places;

namespace NewsExtract.Extraction.Mentions.Titles;

/// <summary>A possible title.</summary>
/// <param name="Start">Its whole extent: 抢修班班长, 县委书记.</param>
/// <param name="CoreStart">Without the department: 班长; equal to <paramref name="Start"/> when there is none.</param>
/// <param name="IsGuessed">No word of the lexicon, but one in 员, 师, 工 or 匠: a title only beside a sure name.</param>
/// <param name="IsOwn">What stands before it can't be the body of its department: a break, or a firm that has its own name's end.</param>
internal readonly record struct TitleCandidate(int Start, int CoreStart, int End, bool IsGuessed = false, bool IsOwn = false)
{
    public TextSpan Span => new(Start, End);
}

/// <summary>
/// Finds runs that name a post, whoever holds it, by reading leftwards from the head: modifiers (常务副), an organ (党工委),
/// the level of a bare organ (县委, 镇), or a department (外贸部).
/// </summary>
internal sealed class TitleScanner(string text, ReversedText reversed, PlaceScan places)
{
    private const int MaxDepartmentLength = 8;

    private readonly TitleLexicon _lexicon = TitleLexicon.Shared;

    public List<TitleCandidate> Scan()
    {
        var candidates = new List<TitleCandidate>();
        var from = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = HeadAt(i);
            if (length == 0)
            {
                i++;
                continue;
            }

            // 电工|班班长: the trade names a department.
            var end = i + length;
            if (end + 1 < text.Length && text[end] is '班' or '部' or '科' or '组' or '队' && HeadAt(end + 1) > 0)
            {
                i = end;
                continue;
            }

            var (start, core) = Extend(i, from);
            // 公司|生产部部长, but 市科技局生产处|处长: offices of state keep their departments.
            var isOwn = start == 0 || !IsHan(text[start - 1]) || _lexicon.ZoneEnds.Longest(reversed, start) > 0;
            candidates.Add(new TitleCandidate(start, core, end, false, isOwn));
            from = i = end;
        }

        return candidates;
    }

    private int HeadAt(int position)
    {
        var length = _lexicon.Heads.Longest(text, position, out _);
        if (length == 0)
        {
            return 0;
        }

        var end = position + length;
        if (char.IsAsciiLetter(text[position])
            && ((position > 0 && char.IsAsciiLetterOrDigit(text[position - 1])) || (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))))
        {
            return 0;
        }

        // 市长助理, 部长助理 are posts of their own.
        if (text.AsSpan(end).StartsWith("助理", StringComparison.Ordinal) && !text.AsSpan(end).StartsWith("助理研究员", StringComparison.Ordinal))
        {
            return length + 2;
        }

        return _lexicon.NeverAfter.Longest(text, end, out _) is var other && other > 0 && !text.AsSpan(end).StartsWith("职务", StringComparison.Ordinal) ? 0 : length;
    }

    private (int Start, int Core) Extend(int headStart, int from)
    {
        var start = SkipModifiers(headStart, from);
        var core = start;
        var length = Within(_lexicon.Bodies.Longest(reversed, start, out var kind), start, from);
        if (length > 0)
        {
            return ((TitleBody)kind) switch
            {
                TitleBody.Organ => (LevelStart(start - length, from), core),
                TitleBody.Body when _lexicon.Levels.Longest(reversed, start - length) is var level && (level == 0 || !IsOpen(start - length - level, from)) => (start - length, core),
                TitleBody.Open when IsOpen(start - length, from) => (start - length, core),
                _ => (core, core),
            };
        }

        var withLevel = LevelStart(start, from);
        if (withLevel < start)
        {
            return (withLevel, withLevel);
        }

        var department = DepartmentStart(start, headStart, from);
        if (department > 0 && department < start && text[department - 1] is '与' or '和')
        {
            // 公共工程与运输部|部长: half of a body's name.
            return (core, core);
        }

        if (department < start)
        {
            department = SkipModifiers(department, from);
        }

        return (department, core);
    }

    // 县委书记, 镇党委书记, 自治区主席: the level of a bare post, where no name stands before it.
    private int LevelStart(int start, int from)
    {
        var length = Within(_lexicon.Levels.Longest(reversed, start), start, from);
        return length > 0 && IsOpen(start - length, from) && (length > 1 || text[start - 1] is not ('团' or '师') || text[start] == '党') ? start - length : start;
    }

    private int SkipModifiers(int start, int from)
    {
        for (var length = 1; length > 0;)
        {
            length = Within(_lexicon.Modifiers.Longest(reversed, start), start, from);
            start -= length;
        }

        return start;
    }

    // 外贸部经理, 人力资源部经理, 机电副总工程师, 运维班长: names of departments, in the words that companies and offices use.
    private int DepartmentStart(int start, int headStart, int from)
    {
        // 省畜牧厅党组成员, 化工学院教授: these posts stand without a department.
        if (!TakesDepartment(headStart))
        {
            return start;
        }

        var unit = Within(_lexicon.Units.Longest(reversed, start), start, from);
        if (start == 0)
        {
            return start;
        }

        // 铁道部部长: a body of its own.
        if (text[start - 1] == '部' && _lexicon.Ministries.Longest(reversed, start - 1) > 0)
        {
            return start;
        }

        var stem = SkipStems(start - unit, from, unit > 0);
        if (stem < start - unit)
        {
            // 县教育局局长: the office is an organisation of its own.
            return _lexicon.Levels.Longest(reversed, stem) > 0 && unit > 0 ? start : stem;
        }

        // 车间副主任, 运维班长: the stem stands right before the post.
        stem = SkipStems(start, from, false);
        if (unit == 0 || stem < start)
        {
            return stem;
        }

        // 镀膜车间主任, 招商合作局局长: any run, where it begins at a clear break and the head repeats the unit's word.
        if (text[start - 1] != text[headStart])
        {
            return start;
        }

        var needsZone = text[start - 1] is not ('部' or '班' or '队' or '科' or '间');
        var position = start - unit;
        while (position > from && start - unit - position < MaxDepartmentLength && IsHan(text[position - 1])
            && !IsOpen(position, from) && _lexicon.ZoneEnds.Longest(reversed, position) == 0)
        {
            position--;
        }

        if (_lexicon.ZoneEnds.Longest(reversed, position) > 0)
        {
            return position;
        }

        if (needsZone)
        {
            return start;
        }

        return position < start - unit && IsOpen(position, from) && _lexicon.Levels.Longest(reversed, position + 1) == 0 ? position : start;
    }

    private bool TakesDepartment(int headStart) => text.AsSpan(headStart) switch
    {
        ['书', '记', ..] or ['党', ..] or ['委', '员', ..] or ['常', '委', ..] or ['教', ..] or ['研', ..] or ['讲', ..] or ['主', '席', ..] => false,
        ['院', ..] or ['校', ..] or ['会', '长', ..] or ['理', ..] or ['博', ..] or ['助', ..] or ['实', ..] => false,
        _ => true,
    };

    // 骨, 眼 name a department only before its 科.
    private int SkipStems(int start, int from, bool hasUnit)
    {
        for (var length = 1; length > 0;)
        {
            length = Within(_lexicon.Stems.Longest(reversed, start), start, from);
            length = length == 1 && !hasUnit ? 0 : length;
            start -= length;
        }

        return start;
    }

    /// <summary>Whether a title may begin here: at a break, after an opening word, or after a place that carries its suffix.</summary>
    private bool IsOpen(int position, int from) =>
        position <= from || !IsHan(text[position - 1]) || places.IsFullNameEnd(position) || _lexicon.Openings.Longest(reversed, position) > 0;

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';

    private static int Within(int length, int end, int from) => end - length >= from ? length : 0;
}
