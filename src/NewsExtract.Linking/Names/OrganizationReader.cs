using System.Collections.Frozen;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Linking.Names;

/// <summary>Says what the name of a body stands for, by its place, its kind and where the article is at home.</summary>
internal static class OrganizationReader
{
    private const double Certain = 0.98;
    private const double Changed = 0.95;
    private const double OwnName = 0.85;

    private static readonly string[] s_kinds = ["organ", "institute", "firm", "part", "media", "trade"];

    private static readonly FrozenDictionary<string, string> s_fullForms = LexiconFile.Read(typeof(OrganizationReader).Assembly, "Names/organs.lex.txt")
        .ToFrozenDictionary(static entry => entry.Word, static entry => entry.Attribute!, StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_inFull = s_fullForms.Values.ToFrozenSet(StringComparer.Ordinal);

    // Their names say of which land they are.
    private static readonly string[] s_ofTheNation = ["国家", "全国", "中国", "中华", "中央", "中共中央", "最高", "国务院", "国际", "世界", "联合国", "亚洲"];

    // There is one in every town.
    private static readonly string[] s_ofTowns = ["中学", "小学", "国小", "国中", "高中", "职中", "附中", "附小", "一中", "二中", "三中", "四中", "五中", "六中", "幼儿园", "医院", "卫生院", "卫生所", "学校", "敬老院", "福利院"];

    private static readonly FrozenSet<string> s_ofFirms = FrozenSet.ToFrozenSet(["公司", "集团", "集团公司", "总公司", "厂", "总厂", "实业", "合作社", "联社", "信用社", "工程局"], StringComparer.Ordinal);

    // Each university has them, and each region its own council.
    private static readonly string[] s_ofBodies = ["学院", "学部", "研究生院", "校友会"];
    private static readonly FrozenSet<string> s_ofRegions = FrozenSet.ToFrozenSet(["立法会", "行政会"], StringComparer.Ordinal);

    private static readonly string[] s_teams = ["男子队", "女子队", "代表队", "男队", "女队", "青年队", "队"];

    // 研究生院, 校团委: without a place or a firm's word in it, a name that ends so is of some other body.
    private const string EndsOfParts = "院部处室科所会队站组班办团系委厅局";

    public static NameReading Read(string name, ArticleHome home)
    {
        var text = NameText.Fold(name);
        if (text.StartsWith("中共", StringComparison.Ordinal) && !text.StartsWith("中共中央", StringComparison.Ordinal))
        {
            text = text[2..];
        }

        if (s_ofRegions.Contains(text))
        {
            return home.Province is { } region ? new NameReading(NameKind.Placed, $"{text}@{region}", name, LinkReasons.PlaceGiven, home.Confidence) : NameReading.Bare(name);
        }

        if (IsTeamOfSomeSport(text))
        {
            return NameReading.Bare(name);
        }

        if (OrganizationSuffixes.Shared.Has("body", text) || Array.Exists(s_ofTheNation, opening => text.StartsWith(opening, StringComparison.Ordinal)))
        {
            var full = InFull(text);
            return new NameReading(NameKind.Full, full, name, full == text ? LinkReasons.SameName : LinkReasons.FullForm, full == text ? Certain : Changed);
        }

        var place = PlaceName.Read(text);
        if (place.Length > 0)
        {
            return WithPlace(name, text, place, home);
        }

        return LevelName.Read(text) is { Length: > 0 } level ? WithLevel(name, text[level.Length..], level, home) : WithoutPlace(name, text, home);
    }

    private static NameReading WithPlace(string name, string text, PlaceName place, ArticleHome home)
    {
        var rest = text[place.Length..];
        if (place.Key(home) is not { } key)
        {
            return NameReading.Bare(name);
        }

        if (rest.Length == 0)
        {
            return new NameReading(NameKind.Full, key, place.FullName, key == text ? LinkReasons.SameName : LinkReasons.FullForm, key == text ? Certain : Changed);
        }

        // 太原|市委 is 太原市|委.
        var levelLength = LevelName.LengthAfter(place.FullName, rest);
        var (kind, length) = KindOf(rest);
        if (kind == "organ" || levelLength > 0)
        {
            var full = InFull(rest[levelLength..]);
            var isAsWritten = place.FullName + full == text;
            return new NameReading(NameKind.Full, key + full, levelLength == 0 ? name : place.FullName + rest[levelLength..], isAsWritten ? LinkReasons.SameName : LinkReasons.FullForm, isAsWritten ? Certain : Changed);
        }

        // 太原分公司, 深圳研究院: of which body, the article knows.
        if (length == rest.Length && (kind == "part" || s_ofFirms.Contains(rest) || OrganizationSuffixes.Shared.Has("part", rest)))
        {
            return NameReading.Bare(name);
        }

        return new NameReading(length > 0 ? NameKind.Full : NameKind.Own, text, name, LinkReasons.SameName, length > 0 ? Certain : OwnName);
    }

    private static NameReading WithLevel(string name, string rest, LevelName level, ArticleHome home)
    {
        if (level.Of(home) is not { } place || new PlaceName(0, place, null).Key(home) is not { } key)
        {
            return NameReading.Bare(name);
        }

        return new NameReading(NameKind.Placed, key + InFull(rest), place + rest, LinkReasons.PlaceGiven, home.Confidence);
    }

    private static NameReading WithoutPlace(string name, string text, ArticleHome home)
    {
        var (kind, length) = KindOf(text);
        var own = text.Length - length;
        switch (kind)
        {
            case "organ":
                return OfUnlistedPlace(name, text, home);
            case "institute" when Array.Exists(s_ofTowns, ending => text.EndsWith(ending, StringComparison.Ordinal)):
                return home.Area is { } area && own > 0
                    ? new NameReading(NameKind.Placed, $"{text}@{area}", name, LinkReasons.PlaceGiven, home.Confidence * OwnName)
                    : NameReading.Bare(name);
            case "institute" when Array.Exists(s_ofBodies, ending => text.EndsWith(ending, StringComparison.Ordinal)):
            case "part" when own < 4 && !IsBody(text[..own]):
            case null when EndsOfParts.Contains(text[^1], StringComparison.Ordinal):
                return NameReading.Bare(name);
            case "firm" when own >= 4 && text.EndsWith("公司", StringComparison.Ordinal) && length > 2:
                return new NameReading(NameKind.Full, text, name, LinkReasons.SameName, Certain);
            default:
                return own > 0 && text.Length > 1 && !(length == 0 && IsBody(text))
                    ? new NameReading(NameKind.Own, text, name, LinkReasons.SameName, OwnName)
                    : NameReading.Bare(name);
        }
    }

    /// <summary>中国女队, 山西队: of which sport, the article knows.</summary>
    private static bool IsTeamOfSomeSport(string text)
    {
        var ending = Array.Find(s_teams, ending => text.EndsWith(ending, StringComparison.Ordinal));
        return ending is not null && (text == "中国" + ending || PlaceName.Read(text[..^ending.Length]).Length == text.Length - ending.Length);
    }

    /// <summary>云岭县商务局, 河西镇政府: the list of places has neither; of towns and villages there are many of one name.</summary>
    private static NameReading OfUnlistedPlace(string name, string text, ArticleHome home)
    {
        var end = text.AsSpan().IndexOfAny("市县镇乡村");
        if (end is < 2 or > 5 || end + 1 >= text.Length)
        {
            return NameReading.Bare(name);
        }

        var key = text[..(end + 1)] + InFull(text[(end + 1)..]);
        if (text[end] is '市' or '县')
        {
            return new NameReading(NameKind.Full, key, name, key == text ? LinkReasons.SameName : LinkReasons.FullForm, Changed);
        }

        return (home.County ?? home.City) is { } place
            ? new NameReading(NameKind.Placed, $"{key}@{place}", name, LinkReasons.PlaceGiven, home.Confidence * OwnName)
            : NameReading.Bare(name);
    }

    /// <summary>Whether a name ends as those of firms and institutes do.</summary>
    public static bool IsBody(string text) =>
        OrganizationSuffixes.Shared.LongestAtEnd("firm", text) > 0 || OrganizationSuffixes.Shared.LongestAtEnd("institute", text) > 0 || OrganizationSuffixes.Shared.LongestAtEnd("trade", text) > 0;

    private static (string? Kind, int Length) KindOf(string text)
    {
        (string? Kind, int Length) found = (null, 0);
        foreach (var kind in s_kinds)
        {
            if (OrganizationSuffixes.Shared.LongestAtEnd(kind, text) is var length && length > found.Length)
            {
                found = (kind, length);
            }
        }

        return found;
    }

    /// <summary>卫生健康委员会 for 卫健委.</summary>
    private static string InFull(string rest)
    {
        if (rest == "委员会")
        {
            return "委";
        }

        // 人民政府 ends in 政府 and is full.
        for (var length = rest.Length; length > 1; length--)
        {
            var ending = rest[^length..];
            if (s_inFull.Contains(ending))
            {
                return rest;
            }

            if (s_fullForms.TryGetValue(ending, out var full))
            {
                return rest[..^length] + full;
            }
        }

        return rest;
    }
}
