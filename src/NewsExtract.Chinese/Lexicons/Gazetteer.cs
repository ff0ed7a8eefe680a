namespace NewsExtract.Chinese.Lexicons;

/// <summary>What kind of place a name of the <see cref="Gazetteer"/> stands for.</summary>
internal enum PlaceLevel
{
    Country,
    Province,

    /// <summary>Prefecture level: 市, 地区, 自治州, 盟.</summary>
    City,

    /// <summary>County level, and Taiwan's townships.</summary>
    County,

    /// <summary>A state or city outside China.</summary>
    Foreign,

    /// <summary>Geography that is no unit of government: 京津冀, 黄河.</summary>
    Region,
}

/// <summary>A name found in a text.</summary>
/// <param name="Length">UTF-16 units.</param>
/// <param name="IsShort">The name stands without its suffix: 太原, 宣汉.</param>
/// <param name="NeedsCompany">Also an ordinary word (和平, 东区): read it as a place only beside another place.</param>
internal readonly record struct PlaceMatch(int Length, PlaceLevel Level, bool IsShort, bool NeedsCompany)
{
    public static PlaceMatch None => default;

    public bool IsFound => Length > 0;
}

/// <summary>
/// Places by name: China's provinces, cities and counties with and without their suffix, the world's countries and
/// larger cities, and well-known regions. Loaded once, on first use; safe for concurrent use.
/// </summary>
internal sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> s_shared = new(() => new Gazetteer());

    private readonly WordTrie _names;
    private readonly PlaceMatch[] _kinds;

    private Gazetteer()
    {
        var words = new Dictionary<string, int>(8192, StringComparer.Ordinal);
        var kinds = new List<PlaceMatch>();
        foreach (var file in (string[])["Lexicons/World.lex.txt", "Lexicons/Divisions.lex.txt"])
        {
            string? section = null;
            foreach (var entry in LexiconFile.Read(typeof(Gazetteer).Assembly, file))
            {
                if (!ReferenceEquals(section, entry.Section))
                {
                    section = entry.Section;
                    kinds.Add(KindOf(section));
                }

                // The first section that has a name decides: World goes before Divisions, so 太湖 is the lake, not the county.
                words.TryAdd(entry.Word, kinds.Count - 1);
            }
        }

        _kinds = [.. kinds];
        _names = new WordTrie(words);
    }

    public static Gazetteer Shared => s_shared.Value;

    /// <summary>The longest name at <paramref name="start"/>, its suffix included: 太原市, 寿光县, 大理州, 沅陵.</summary>
    public PlaceMatch Longest(ReadOnlySpan<char> text, int start)
    {
        var length = _names.Longest(text, start, out var value);
        if (length == 0)
        {
            return PlaceMatch.None;
        }

        var kind = _kinds[value];
        if (kind.Level == PlaceLevel.Foreign)
        {
            // 冲绳县, 谅山省, 关丹市.
            var end = start + length;
            var hasSuffix = end < text.Length && text[end] is '市' or '省' or '州' or '县' or '府' or '邦' && text[end - 1] is not ('市' or '省' or '州') && !IsTaken(text, end);
            return kind with { Length = hasSuffix ? length + 1 : length };
        }

        if (kind.Level == PlaceLevel.Region && start + length < text.Length && text[start + length] is '县' or '市' && !IsTaken(text, start + length))
        {
            // 柳江县 lies on the 柳江.
            return new PlaceMatch(length + 1, PlaceLevel.County, false, false);
        }

        if (!kind.IsShort)
        {
            // 太原市场, 运城市长, 盐湖区委: the suffix belongs to the next word, the name is the short one.
            if (length > 2 && kind.Level != PlaceLevel.Region && IsTaken(text, start + length - 1))
            {
                var shorter = _names.Longest(text[..(start + length - 1)], start, out value);
                return shorter == length - 1 && _kinds[value].IsShort ? _kinds[value] with { Length = shorter } : PlaceMatch.None;
            }

            return kind with { Length = length };
        }

        // A unit under another suffix than the list has, old names and short forms too: 寿光县, 玉树州, 东乡县.
        var suffix = SuffixLength(text, start + length);
        return suffix > 0
            ? kind with { Length = length + suffix, IsShort = false, NeedsCompany = false }
            : kind with { Length = length };
    }

    /// <summary>Whether <paramref name="name"/> is, as a whole, a name of the list.</summary>
    public bool TryGet(ReadOnlySpan<char> name, out PlaceMatch match)
    {
        match = _names.TryGet(name, out var value) ? _kinds[value] with { Length = name.Length } : PlaceMatch.None;
        return match.IsFound;
    }

    /// <summary>Length of the administrative suffix at <paramref name="position"/>; 0 when none stands there or it opens another word.</summary>
    internal static int SuffixLength(ReadOnlySpan<char> text, int position)
    {
        if (position >= text.Length)
        {
            return 0;
        }

        if (text[position..].StartsWith("地区", StringComparison.Ordinal))
        {
            return 2;
        }

        return text[position] is '省' or '市' or '县' or '区' or '州' && !IsTaken(text, position) ? 1 : 0;
    }

    /// <summary>Whether the suffix character at <paramref name="position"/> begins a word of its own: 市场, 县长, 区委, 省级, 市区.</summary>
    private static bool IsTaken(ReadOnlySpan<char> text, int position)
    {
        if (position + 1 >= text.Length)
        {
            return false;
        }

        var next = text[position + 1];
        return text[position] switch
        {
            '市' => next is '场' or '长' or '委' or '区' or '民' or '值' or '域' or '政' or '价' or '级' or '属' or '直',
            '区' => next is '委' or '长' or '域' or '块' or '间' or '位' or '别' or '分' or '级' or '划' or '直',
            '县' => next is '委' or '长' or '域' or '城' or '级' or '直' or '乡',
            '省' => next is '委' or '长' or '级' or '直' or '会' or '城' or '份' or '属',
            '州' => next is '委' or '长' or '级' or '直' or '城',
            '旗' => next is '委' or '长' or '下' or '舰' or '帜',
            '镇' => next is '委' or '长',
            '乡' => next is '委' or '长' or '村' or '亲' or '镇',
            _ => false,
        };
    }

    private static PlaceMatch KindOf(string section) => section switch
    {
        "province" => new PlaceMatch(0, PlaceLevel.Province, false, false),
        "city" => new PlaceMatch(0, PlaceLevel.City, false, false),
        "province-short" => new PlaceMatch(0, PlaceLevel.Province, true, false),
        "city-short" or "former" => new PlaceMatch(0, PlaceLevel.City, true, false),
        "city-short-row" => new PlaceMatch(0, PlaceLevel.City, true, true),
        "county" => new PlaceMatch(0, PlaceLevel.County, false, false),
        "county-row" => new PlaceMatch(0, PlaceLevel.County, false, true),
        "county-short" => new PlaceMatch(0, PlaceLevel.County, true, false),
        "county-short-row" => new PlaceMatch(0, PlaceLevel.County, true, true),
        "country" => new PlaceMatch(0, PlaceLevel.Country, false, false),
        "foreign" => new PlaceMatch(0, PlaceLevel.Foreign, false, false),
        "region" => new PlaceMatch(0, PlaceLevel.Region, false, false),
        _ => throw new InvalidDataException($"gazetteer section [{section}] is unknown"),
    };
}
