using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Organizations;

/// <summary>What stands between the left edge of a candidate and its suffix, and right after it.</summary>
internal readonly struct OrganizationShape
{
    private readonly NameWords _words;
    private readonly int _start;
    private readonly SuffixMatch _suffix;
    private readonly WordTraits _traits;
    private readonly int _specific;
    private readonly int _count;
    private readonly int _places;
    private readonly bool _hasBody;
    private readonly bool _hasZone;

    private OrganizationShape(NameWords words, int start, SuffixMatch suffix)
    {
        _words = words;
        _start = start;
        _suffix = suffix;
        for (var position = start; position < suffix.Start;)
        {
            var word = words.WordAt(position);
            var traits = words.Traits(word);
            _traits |= traits | (NamePrefixes.IsPrefix(words.Word(word)) ? WordTraits.Unknown : WordTraits.None);
            _count++;
            _places += (traits & WordTraits.Place) != 0 && (traits & WordTraits.Unknown) == 0 ? 1 : 0;
            if ((traits & (WordTraits.Generic | WordTraits.Conjunction | WordTraits.Ordinal | WordTraits.Punctuation)) == 0)
            {
                _specific++;
            }

            var end = Math.Min(words.Span(word).End, suffix.Start);
            _hasZone |= ZoneWords.EndsZone(words.Text.AsSpan(position, end - position));
            _hasBody |= NamePrefixes.IsBodySuffix(words.Text.AsSpan(position, end - position));
            position = end;
        }
    }

    private ReadOnlySpan<char> Suffix => _words.Text.AsSpan(_suffix.Start, _suffix.End - _suffix.Start);

    private bool Has(WordTraits traits) => (_traits & traits) != 0;

    private int Length => _suffix.Start - _start;

    public static OrganizationShape Of(NameWords words, int start, SuffixMatch suffix) => new(words, start, suffix);

    /// <summary>Leaves out what may stand before a name but opens none: 国有, 大型, a lone mark.</summary>
    public static int TrimStart(NameWords words, int start, int suffixStart)
    {
        while (start < suffixStart)
        {
            var word = words.WordAt(start);
            var traits = words.Traits(word);
            var end = words.Span(word).End;
            var isMark = (traits & (WordTraits.Punctuation | WordTraits.Conjunction | WordTraits.Lead)) != 0 && words.Text[start] is not ('“' or '「');
            if (!isMark && !((traits & WordTraits.Generic) != 0 && end - start > 1 && (traits & (WordTraits.Level | WordTraits.National)) == 0 && end < suffixStart
                && (words.Traits(words.WordAt(end)) & (WordTraits.Place | WordTraits.Unknown | WordTraits.Generic)) != 0 && words.Word(word) is not ("国际" or "世界" or "全球" or "农业" or "工业")))
            {
                break;
            }

            start = end;
        }

        return start;
    }

    public bool Accepts(OrganizationKind kind) => !(kind is OrganizationKind.Part or OrganizationKind.Organ && IsOfNamelessBody()) && kind switch
    {
        OrganizationKind.Firm => IsFirm(),
        OrganizationKind.Trade => IsTrade(),
        OrganizationKind.Part => IsPart(),
        OrganizationKind.Organ => IsOrgan(),
        OrganizationKind.Institute => IsInstitute(),
        OrganizationKind.Media => IsMedia(),
        _ => true,
    };

    /// <summary>公司|第二工程处, 学校|工会.</summary>
    private bool IsOfNamelessBody() =>
        _start < _suffix.Start && _words.Word(_words.WordAt(_start)) is "公司" or "企业" or "学校" or "医院" or "单位";

    private bool IsFirm()
    {
        if (Length < 2)
        {
            // 县|公司 names no one.
            return false;
        }

        if (Suffix is "厂" && _words.Word(_words.WordAt(_suffix.Start)) is "工厂")
        {
            return false;
        }

        if (Suffix is "集团" && _count == 1 && Length <= 4)
        {
            // 太重|集团: any word but a common attribute.
            return !Has(WordTraits.Generic | WordTraits.Stop | WordTraits.Scope);
        }

        if (Suffix is "总厂" && Length >= 3)
        {
            return true;
        }

        if (Suffix.EndsWith("有限公司", StringComparison.Ordinal) || Suffix.EndsWith("有限责任公司", StringComparison.Ordinal))
        {
            // The form in law: whatever stands before it is a name.
            return _specific > 0 || Length >= 4;
        }

        // 日本|公司 names no one.
        return _specific > 0 && Has(WordTraits.Place | WordTraits.Unknown | WordTraits.Level | WordTraits.National)
            && (_specific > _places || Suffix is not ("公司" or "集团" or "厂"));
    }

    /// <summary>大同泓岳|重工; without a place before a post: 泓岳|棉业|董事长.</summary>
    private bool IsTrade() => Has(WordTraits.Unknown)
        && ((Has(WordTraits.Place) && Length >= 4) || (Length is >= 2 and <= 6 && _specific > 0 && IsAtStart() && PostWords.FirmPostAt(_words.Text, _suffix.End)));

    private bool IsAtStart() => _start == 0 || _words.Text[_start - 1] is '，' or '、' or '。' or '\n' or '”' or '」' or '：' or '；' or '　' or ' ' or '（' or '与' or '由';

    private bool IsPart()
    {
        var stands = Suffix is "分行" or "支行" or "分公司" or "支公司" or "分厂" or "中心支行";
        if (Length < 2)
        {
            return false;
        }

        if (stands)
        {
            return !Has(WordTraits.Generic) || Has(WordTraits.Place | WordTraits.Unknown);
        }

        if (IsFollowedByPost() && Suffix is "党委" or "纪委" or "工会" or "团委")
        {
            return false;
        }

        return _hasBody && (_count >= 2 || (Length >= 2 && !Has(WordTraits.Generic) && !NamePrefixes.IsBody(_words.Text.AsSpan(_start, Length)))) && !TakesTitle() && !IsPartOfFirm();
    }

    /// <summary>车间 and 部 of a firm are named with the post that follows, not with the firm.</summary>
    private bool IsPartOfFirm() => Suffix is "车间" or "部" or "基地" or "技术中心" or "研发中心" or "检测中心" or "中心" or "党委" or "纪委" or "工会"
        && LastFirmEnd() > _start;

    private int LastFirmEnd() => _words.Text.LastIndexOf("公司", _suffix.Start, _suffix.Start - _start, StringComparison.Ordinal);

    private bool IsOrgan()
    {
        var suffix = Suffix;
        var carriesLevel = suffix.Length >= 2 && suffix[0] is '省' or '市' or '县' or '区' or '州' or '旗' or '盟';
        if (Length == 0)
        {
            return carriesLevel && suffix[1] != '长' && !IsFollowedByPost();
        }

        if (suffix.Length == 1 && (Length < 2 || (Length == 2 && _count < 2 && !StartsWithLevel() && !Has(WordTraits.Place))))
        {
            return false;
        }

        if (carriesLevel && IsFollowedByPost() && _words.Text[_suffix.Start - 1] == suffix[0] && Length > 2)
        {
            // 格桑县|县委副书记: the level belongs to the post.
            return false;
        }

        if (suffix is "党委" && IsFollowedByPost())
        {
            return false;
        }

        if (suffix is "人大" or "政协" && (IsFollowedByPost() || _words.Text.AsSpan(_suffix.End).StartsWith("代表", StringComparison.Ordinal)))
        {
            return false;
        }

        if (suffix is "中心")
        {
            // 区|投资促进|中心: of the place; 文化, 会展 and the like make it a building.
            return StartsWithLevel() && _specific >= 2 && !FacilityWords.EndsBefore(_words.Text, _suffix.Start) && Length >= 3;
        }

        if (TakesTitle())
        {
            return false;
        }

        if (suffix is "署" or "局" && _specific > 0 && IsAtStart() && PostWords.StartsAt(_words.Text, _suffix.End))
        {
            return true;
        }

        if (IsOneOfMany())
        {
            return false;
        }

        if (!carriesLevel && !Has(WordTraits.Place | WordTraits.Level | WordTraits.National) && !_hasBody && !_hasZone && !StartsWithLevel() && !HasUnit())
        {
            return false;
        }

        if (!Has(WordTraits.Place) && IsFollowedByPost() && suffix is "委" or "党委" or "党工委")
        {
            return false;
        }

        return !TakesTitle();
    }

    /// <summary>该|镇政府, 20个|州政府, 一个|县水利局.</summary>
    private bool IsOneOfMany() => _start > 0 && StartsWithLevel() && _words.Text[_start - 1] is '该' or '某' or '各' or '每' or '个' or '这' or '那' or '两';

    /// <summary>自治区|党委, 全旗: a level word longer than one character.</summary>
    private bool StartsWithLevel() => _words.Text.AsSpan(_start).StartsWith("自治区", StringComparison.Ordinal)
        || _words.Text.AsSpan(_start).StartsWith("自治州", StringComparison.Ordinal)
        || _words.Text[_start] is '省' or '市' or '县' or '区' or '州' or '旗' or '盟' or '镇' or '乡';

    /// <summary>织里|镇, 浦添|市: a unit that the gazetteer does not know.</summary>
    private bool HasUnit()
    {
        for (var position = _start; position < _suffix.Start; position = _words.EndOfWord(position))
        {
            var end = Math.Min(_words.EndOfWord(position), _suffix.Start);
            if (end - _start >= 3 && _words.Text[end - 1] is '市' or '县' or '区' or '州' or '旗' or '镇' or '乡' or '盟' || _words.Text.AsSpan(position, end - position).EndsWith("街道", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInstitute()
    {
        if (Length < 2)
        {
            return false;
        }

        if (Suffix is "组织")
        {
            return Has(WordTraits.National) && _specific > 1;
        }

        if (Suffix is "俱乐部" or "报社" || Suffix[^1] == '队' || Suffix is "女排" or "男排" or "女篮" or "男篮" or "女足" or "男足")
        {
            return Has(WordTraits.Place | WordTraits.National) || (Suffix.Length > 1 && Has(WordTraits.Unknown));
        }

        if (Suffix.EndsWith("国家重点实验室", StringComparison.Ordinal) || Suffix is "全国重点实验室" or "国家实验室" or "教育部重点实验室")
        {
            return _specific > 0;
        }

        if (Suffix is "学校" && !Has(WordTraits.Place | WordTraits.Level | WordTraits.National) && !_hasBody)
        {
            return false;
        }

        if (Has(WordTraits.Place | WordTraits.Level | WordTraits.National | WordTraits.Unknown) || StartsWithLevel())
        {
            return _specific > 0 || Has(WordTraits.National);
        }

        if (_specific > 0 && _words.Word(_words.WordAt(_start)) is "国际" or "世界" or "全球")
        {
            return true;
        }

        return _specific >= 2 && Suffix is "学院" or "联合实验室" or "联合研发中心" or "联合创新中心";
    }

    private bool IsMedia()
    {
        if (Length < 2)
        {
            return false;
        }

        var after = _words.Text.AsSpan(_suffix.End).TrimStart(" 　】");
        var before = _start == 0 ? '\n' : _words.Text[_start - 1];
        var isMarked = after.StartsWith("讯", StringComparison.Ordinal) || after.StartsWith("记者", StringComparison.Ordinal) || after.StartsWith("专讯", StringComparison.Ordinal)
            || after.StartsWith("首席记者", StringComparison.Ordinal) || after.StartsWith("社", StringComparison.Ordinal);
        if (Suffix is "报" or "网" or "新闻" or "财经")
        {
            return isMarked;
        }

        var isHead = (before is '\n' or ' ' or '　' || char.IsAsciiDigit(before)) && (after.Length == 0 || after[0] is '\n' or '【' or '／' or '（' || char.IsAsciiDigit(after[0]));
        return isMarked || isHead || before is '\n' || (Has(WordTraits.Place | WordTraits.National) && Length <= 6);
    }

    /// <summary>书记, 常委 after a committee that only its level names: the level belongs to the post then.</summary>
    private bool IsFollowedByPost()
    {
        var after = _words.Text.AsSpan(_suffix.End);
        return after.StartsWith("书记", StringComparison.Ordinal) || after.StartsWith("副书记", StringComparison.Ordinal)
            || after.StartsWith("常委", StringComparison.Ordinal) || after.StartsWith("委员", StringComparison.Ordinal) || after.StartsWith("常务副书记", StringComparison.Ordinal);
    }

    /// <summary>管委会主任 after a zone is a post of the zone.</summary>
    private bool TakesTitle()
    {
        if (_hasBody || Suffix is not ("管委会" or "党工委" or "工委" or "局" or "管理局" or "办公室" or "处" or "党委"))
        {
            return false;
        }

        for (var position = _start; position < _suffix.Start; position = _words.EndOfWord(position))
        {
            if (ZoneWords.EndsZone(_words.Word(_words.WordAt(position))))
            {
                return PostWords.StartsAt(_words.Text, _suffix.End) && Suffix is not ("办公室");
            }
        }

        return false;
    }
}
