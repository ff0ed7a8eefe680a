using System.Buffers;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Places;

/// <summary>A place found in an article.</summary>
internal readonly record struct PlaceCandidate(TextSpan Span, PlaceLevel Level, bool IsShort);

/// <summary>
/// The places of one article: names of the gazetteer, and towns and villages by their suffix behind another place or a
/// preposition. Immutable once made.
/// </summary>
internal sealed class PlaceScan
{
    private const int MaxTownLength = 6;

    private static readonly string[] s_townSuffixes = ["街道", "社区", "嘎查", "苏木", "镇", "乡", "村", "屯"];
    private static readonly string[] s_foreignSuffixes = ["边疆区", "广域市", "市", "县", "州", "省", "邦", "府", "郡"];

    private static readonly SearchValues<char> s_generic = SearchValues.Create("个各该每我这那某余几们乡镇");

    private static readonly SearchValues<char> s_abbreviations = SearchValues.Create("京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇陕甘青宁新藏港澳台邕穗蓉甬榕");

    private readonly string _text;
    private readonly GeographicFeatures _features;
    private readonly TokenMap _tokens;
    private readonly bool[] _fullNameEnds;
    private readonly List<PlaceCandidate> _places = [];

    public PlaceScan(string text, TokenMap tokens)
    {
        _text = text;
        _tokens = tokens;
        _features = new GeographicFeatures(text, tokens);
        _fullNameEnds = new bool[text.Length + 1];
        Scan();
        Learn();
    }

    public IReadOnlyList<PlaceCandidate> Places => _places;

    /// <summary>Whether a place with its suffix (樊城区) ends before <paramref name="position"/>.</summary>
    public bool IsFullNameEnd(int position) => _fullNameEnds[position];

    private void Scan()
    {
        var gazetteer = Gazetteer.Shared;
        var lastEnd = -1;
        for (var i = 0; i < _text.Length;)
        {
            if (!IsHan(_text[i]))
            {
                i++;
                continue;
            }

            var match = gazetteer.Longest(_text, i);
            var isPlace = match.IsFound && IsPlace(match, i, lastEnd);
            var level = match.Level;
            var start = i;
            var town = TownLength(ref start, lastEnd, out var townLevel);
            if (town > 0 && (!isPlace || (start == i && town > match.Length && (match.IsShort || lastEnd == i))))
            {
                lastEnd = start + town;
                Add(new PlaceCandidate(new TextSpan(start, lastEnd), townLevel, false));
                i = lastEnd;
            }
            else if (isPlace)
            {
                var end = i + match.Length;
                lastEnd = level == PlaceLevel.Region ? -1 : end;
                Add(new PlaceCandidate(new TextSpan(i, end), level, match.IsShort));
                i = end;
            }
            else if (IsAbbreviation(i))
            {
                Add(new PlaceCandidate(new TextSpan(i, i + 1), PlaceLevel.Province, true));
                i++;
            }
            else if (_features.LengthAt(i, lastEnd == i) is var feature and > 0)
            {
                Add(new PlaceCandidate(new TextSpan(i, i + feature), PlaceLevel.Region, false));
                i += feature;
            }
            else
            {
                i++;
            }
        }
    }

    // 岭河市副市长, 林河旗旗长, 岭河县县委: a unit that no list has, told by its post, is one wherever its name stands.
    private void Learn()
    {
        Dictionary<string, int>? learned = null;
        for (var i = 2; i + 2 < _text.Length; i++)
        {
            var level = _text[i];
            if (level is not ('市' or '县' or '区' or '旗' or '州' or '镇' or '乡') || _fullNameEnds[i + 1])
            {
                continue;
            }

            var post = i + 1;
            post += _text.AsSpan(post).StartsWith("常务副", StringComparison.Ordinal) ? 3 : _text[post] is '副' or '代' ? 1 : 0;
            if (post + 1 >= _text.Length || _text[post] != level || _text[post + 1] is not ('长' or '委') || LearnedStart(i) is not (>= 0 and var start))
            {
                continue;
            }

            learned ??= new Dictionary<string, int>(StringComparer.Ordinal);
            learned[_text[start..(i + 1)]] = 0;
        }

        if (learned is not null)
        {
            Spread(new WordTrie(learned));
        }
    }

    private int LearnedStart(int suffix)
    {
        for (var start = suffix - 1; start >= 0 && suffix - start <= 4 && IsHan(_text[start]); start--)
        {
            if (start == 0 || !IsHan(_text[start - 1]) || _tokens.IsBreak(start))
            {
                return suffix - start > 1 && !_text.AsSpan(start, suffix - start).ContainsAny(s_generic) && _text[start] is not ('全' or '省' or '市' or '原' or '本') ? start : -1;
            }
        }

        return -1;
    }

    private void Spread(WordTrie names)
    {
        var taken = new bool[_text.Length];
        foreach (var place in _places)
        {
            taken.AsSpan(place.Span.Start, place.Span.Length).Fill(true);
        }

        for (var i = 0; i < _text.Length; i++)
        {
            var length = names.Longest(_text, i, out _);
            if (length > 0 && !taken.AsSpan(i, length).Contains(true))
            {
                Add(new PlaceCandidate(new TextSpan(i, i + length), PlaceLevel.County, false));
                i += length - 1;
            }
        }

        _places.Sort((left, right) => left.Span.CompareTo(right.Span));
    }

    // 在京召开, 赴粤考察: the one-character names of provinces and some cities.
    private bool IsAbbreviation(int position) =>
        position > 0 && _text[position - 1] is '在' or '赴' or '抵' or '离' or '来'
        && s_abbreviations.Contains(_text[position])
        && position + 2 < _text.Length
        && _text.AsSpan(position + 1, 2) is "召开" or "举行" or "举办" or "开幕" or "闭幕" or "签约" or "考察" or "工作" or "揭牌" or "成立" or "发布" or "启动" or "调研" or "开工" or "投产";

    private void Add(PlaceCandidate place)
    {
        _places.Add(place);
        _fullNameEnds[place.Span.End] = !place.IsShort && _text[place.Span.End - 1] is '省' or '市' or '县' or '区' or '州' or '盟' or '旗' or '镇' or '乡' or '村' or '道';
    }

    private bool IsPlace(PlaceMatch match, int start, int lastEnd)
    {
        var end = start + match.Length;
        if (end < _text.Length && (_text[end] == '族' || (match.Level == PlaceLevel.Country && _text[end] is '式' or '化' or '梦' or '风')))
        {
            return false;
        }

        // 意大利东方航运公司: a country is no company for a county.
        if (match.NeedsCompany && (lastEnd != start || _places[^1].Level is PlaceLevel.Country or PlaceLevel.Foreign))
        {
            // 安定、临洮: a row of names.
            var inRow = start > 0 && lastEnd == start - 1 && _text[start - 1] == '、';
            if (!inRow && !(end + 2 < _text.Length && _text[end] == '、' && Gazetteer.Shared.Longest(_text, end + 1) is { IsFound: true, NeedsCompany: false }))
            {
                return false;
            }
        }

        // 勐|新县: a county of two characters stands on its own.
        if (match.Length == 2 && match.Level == PlaceLevel.County && !match.IsShort && lastEnd != start
            && start > 0 && IsHan(_text[start - 1]) && !_tokens.IsBreak(start))
        {
            return false;
        }

        if (match.Level == PlaceLevel.Region && end < _text.Length && _text[end] is '部' or '方' or '角' or '侧' or '路' or '街' or '大')
        {
            return false;
        }

        // 冈山区长: the post shows the place.
        if (end + 1 < _text.Length && _text[end] is '市' or '县' or '区' or '州' or '镇' or '乡' && _text[end + 1] == '长')
        {
            return true;
        }

        return (match.Length > 2 && !match.NeedsCompany) || !(match.IsShort || match.Level is PlaceLevel.Foreign or PlaceLevel.Region) || !_tokens.CutsKnownWord(start, end);
    }

    // 潼南区柏梓镇, 来到乌镇的: a run that ends in a town's suffix, from behind a place or a preposition.
    private int TownLength(ref int start, int lastEnd, out PlaceLevel level)
    {
        level = PlaceLevel.County;
        var behindPlace = lastEnd == start;
        if (!behindPlace && !IsTownOpening(start))
        {
            return 0;
        }

        for (var i = start + 1; i < _text.Length && i - start <= MaxTownLength && IsHan(_text[i]); i++)
        {
            var suffix = SuffixAt(s_townSuffixes, i);
            if (suffix > 0 && (i - start > 1 || behindPlace) && EndsTown(i + suffix))
            {
                var name = behindPlace ? start : SkipWords(start, i);
                if (IsGenericTown(_text.AsSpan(name, i - name)) || (!behindPlace && HasPredicate(name, i)))
                {
                    return 0;
                }

                start = name;
                return i + suffix - start;
            }

            // 河北省定县: an old county behind its province.
            if (behindPlace && _fullNameEnds[start] && _text[i] is '县' or '市' or '旗' && i - start <= 3 && Gazetteer.SuffixLength(_text, i) == 1
                && !_text.AsSpan(start, i - start).ContainsAny(s_generic) && _text[start] is not ('全' or '省' or '市' or '县' or '所'))
            {
                return i + 1 - start;
            }

            if (behindPlace && i - start > 1)
            {
                suffix = SuffixAt(s_foreignSuffixes, i);
                if (suffix > 0 && IsSpelled(start, i))
                {
                    level = PlaceLevel.Foreign;
                    return i + suffix - start;
                }
            }

            if (_text[i] is '的' or '了' or '为' or '市' or '县' or '区' || (_text[i] is '和' or '与' or '在' or '是' && i - start > 1))
            {
                return 0;
            }
        }

        return 0;
    }

    // 不再担任|角美镇, 位于|马场镇: verbs and particles before the name.
    private int SkipWords(int start, int end)
    {
        // 名专家到|沧浪街道
        for (var i = end - 1; i > start; i--)
        {
            if (_text[i - 1] is '到' or '在' or '赴' or '于' or '向' or '从' or '对' or '给' && _tokens.Exactly(i - 1, i) is not null)
            {
                start = i;
                break;
            }
        }

        while (_tokens.At(start) is { Tag: { Length: > 0 } tag } word && word.Span.Start == start && word.Span.End < end && tag[0] is 'v' or 'p' or 'd' or 'r' or 'c' or 'f' or 's' or 'u' or 't')
        {
            start = word.Span.End;
        }

        return start;
    }

    // 干部徒步进|村, 第二故|乡
    private bool HasPredicate(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_tokens.At(i) is { Tag: { Length: > 0 } tag } word && word.Span.Length > 1 && word.Span.Start == i && (tag[0] is 'v' or 'm' or 'd' or 'p' or 'c' || word.Span.End > end))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTownOpening(int start) =>
        start == 0 || !IsHan(_text[start - 1]) || _tokens.IsBreak(start) || _text[start - 1] is '兼' or '任' or '赴' or '其' or '在' or '到';

    private bool EndsTown(int end)
    {
        if (end >= _text.Length)
        {
            return true;
        }

        // 乡镇, 村民, 镇长, 村委会 are words of their own; 柏梓镇党委书记 is not.
        var next = _text[end];
        return _text[end - 1] switch
        {
            '镇' => next is not ('长' or '区' or '域' or '静' or '江') && !(next == '村' && !_text.AsSpan(end).StartsWith("村民", StringComparison.Ordinal)),
            '乡' => next is not ('镇' or '长' or '村' or '亲' or '土' or '贤' or '愁'),
            '村' => next is not ('民' or '庄' or '长' or '级' or '镇' or '落' or '寨' or '集' or '里' or '干' or '医' or '支' or '两' or '口' or '史'),
            '屯' => next is not ('田' or '子'),
            _ => true,
        };
    }

    private static bool IsGenericTown(ReadOnlySpan<char> name) =>
        name.IsEmpty
        || name[^1] is '乡' or '农' or '城' or '之' or '个' or '集' or '名' or '多' or '两' or '几'
        || name.ContainsAny(s_generic)
        || (name.Length == 1 && name[0] is '全' or '小' or '古' or '美' or '山' or '渔' or '新' or '旧' or '大' or '老' or '强' or '村' or '三' or '百' or '千' or '一' or '二' or '水' or '同' or '还' or '回' or '返' or '下' or '家' or '故' or '归')
        || name.EndsWith("专业", StringComparison.Ordinal) || name.EndsWith("特色", StringComparison.Ordinal) || name.StartsWith("特色", StringComparison.Ordinal)
        || name is "美丽" or "特色" or "行政" or "自然" or "中心" or "贫困" or "重点" or "和谐" or "数字" or "智慧" or "文明" or "示范" or "幸福" or "未来" or "城市" or "民族" or "边境" or "易地" or "空心" or "薄弱";

    private int SuffixAt(string[] suffixes, int position)
    {
        foreach (var suffix in suffixes)
        {
            if (_text.AsSpan(position).StartsWith(suffix, StringComparison.Ordinal))
            {
                return suffix.Length;
            }
        }

        return 0;
    }

    private bool IsSpelled(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!Persons.NameModel.Shared.IsSpelling(_text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
