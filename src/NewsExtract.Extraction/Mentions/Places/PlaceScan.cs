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

    private static readonly SearchValues<char> s_generic = SearchValues.Create("个各全该每本我这那某多余几一二三四五六七八九十两新入进驻帮联包同为把将被要让使给由");

    private readonly string _text;
    private readonly TokenMap _tokens;
    private readonly bool[] _fullNameEnds;
    private readonly List<PlaceCandidate> _places = [];

    public PlaceScan(string text, TokenMap tokens)
    {
        _text = text;
        _tokens = tokens;
        _fullNameEnds = new bool[text.Length + 1];
        Scan();
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
            var match = gazetteer.Longest(_text, i);
            if (match.IsFound && IsPlace(match, i, lastEnd))
            {
                lastEnd = i + match.Length;
                Add(new PlaceCandidate(new TextSpan(i, lastEnd), match.Level, match.IsShort));
                i = lastEnd;
                continue;
            }

            var town = TownLength(i, lastEnd, out var level);
            if (town > 0)
            {
                lastEnd = i + town;
                Add(new PlaceCandidate(new TextSpan(i, lastEnd), level, false));
                i = lastEnd;
                continue;
            }

            i++;
        }
    }

    private void Add(PlaceCandidate place)
    {
        _places.Add(place);
        _fullNameEnds[place.Span.End] = !place.IsShort && _text[place.Span.End - 1] is '省' or '市' or '县' or '区' or '州' or '盟' or '旗' or '镇' or '乡' or '村' or '道';
    }

    private bool IsPlace(PlaceMatch match, int start, int lastEnd)
    {
        var end = start + match.Length;
        if (match.NeedsCompany && lastEnd != start)
        {
            // 安定、临洮: a row of names.
            var inRow = start > 0 && lastEnd == start - 1 && _text[start - 1] == '、';
            if (!inRow)
            {
                return false;
            }
        }

        if (match.Level == PlaceLevel.Region && end < _text.Length && _text[end] is '部' or '方' or '角' or '侧' or '路' or '街' or '大')
        {
            return false;
        }

        return !(match.IsShort || match.Level is PlaceLevel.Foreign or PlaceLevel.Region) || !_tokens.CutsWord(start, end);
    }

    // 潼南区柏梓镇, 来到乌镇的: a run that ends in a town's suffix, from behind a place or a preposition.
    private int TownLength(int start, int lastEnd, out PlaceLevel level)
    {
        level = PlaceLevel.County;
        if (!IsHan(_text[start]))
        {
            return 0;
        }

        var behindPlace = lastEnd == start;
        if (!behindPlace && !IsTownOpening(start))
        {
            return 0;
        }

        for (var i = start + 1; i < _text.Length && i - start <= MaxTownLength && IsHan(_text[i]); i++)
        {
            var suffix = SuffixAt(s_townSuffixes, i);
            if (suffix > 0 && (i - start > 1 || behindPlace) && !IsGenericTown(_text.AsSpan(start, i - start)) && EndsTown(i + suffix))
            {
                return i + suffix - start;
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

            if (_text[i] is '的' or '和' or '与' or '在' or '是' or '了' or '市' or '县' or '区')
            {
                return 0;
            }
        }

        return 0;
    }

    private bool IsTownOpening(int start) =>
        start == 0 || _text[start - 1] is '在' or '到' or '赴' or '于' or '进' or '往' or '自' or '，' or '。' or '、' or '\n' or '“' or '是' or '任' or '其';

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
            '镇' => next is not ('长' or '区' or '域' or '静' or '江' or '村'),
            '乡' => next is not ('镇' or '长' or '村' or '亲' or '土' or '贤' or '愁'),
            '村' => next is not ('民' or '庄' or '长' or '级' or '镇' or '落' or '寨' or '集' or '里' or '干' or '医' or '支' or '两' or '口' or '史'),
            '屯' => next is not ('田' or '子'),
            _ => true,
        };
    }

    private static bool IsGenericTown(ReadOnlySpan<char> name) =>
        name[^1] is '乡' or '农' or '城' or '全' or '各' or '该' or '本' or '小' or '古' or '个' or '多' or '美' or '集' or '名' or '山' && name.Length == 1
        || name.ContainsAny(s_generic)
        || name is "美丽" or "特色" or "行政" or "自然" or "中心" or "贫困" or "重点";

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
