using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Linking.Names;

/// <summary>Says what a name stands for, by its type.</summary>
internal static class NameReader
{
    private const int LongEnough = 6;
    private const double Certain = 0.98;
    private const double Changed = 0.95;
    private const double OwnName = 0.85;

    private static readonly string[] s_settlements = ["村", "镇", "乡", "街道", "社区", "苏木"];

    public static NameReading Read(EntityType type, string name, ArticleHome home) => type switch
    {
        EntityType.Organization => OrganizationReader.Read(name, home),
        EntityType.GeoPolitical => ReadPlace(name, home),
        EntityType.Honor => ReadHonor(name, home),
        EntityType.Event or EntityType.Work => ReadTitle(name),
        _ => ReadOther(name, home),
    };

    private static NameReading ReadPlace(string name, ArticleHome home)
    {
        var text = NameText.Fold(name);
        var place = PlaceName.Read(text);
        if (place.Length == text.Length)
        {
            var isAsWritten = place.FullName == text;
            return place.Key(home) is { } key
                ? new NameReading(NameKind.Full, key, place.FullName, isAsWritten ? LinkReasons.SameName : LinkReasons.FullForm, isAsWritten ? Certain : Changed)
                : NameReading.Bare(name);
        }

        // 河西村: there are many; 太原市河西村 says which.
        return place.Length == 0 && Array.Exists(s_settlements, ending => text.EndsWith(ending, StringComparison.Ordinal))
            ? Placed(name, text, home.County ?? home.City, home)
            : new NameReading(NameKind.Full, text, name, LinkReasons.SameName, place.Length > 0 || Gazetteer.SuffixLength(text, text.Length - 1) > 0 ? Certain : OwnName);
    }

    /// <summary>An honour is of the land, a place or a level; 先进集体 and 自然科学奖 alone are of whoever gives them.</summary>
    private static NameReading ReadHonor(string name, ArticleHome home)
    {
        var text = NameText.Fold(name);
        if (LevelName.Read(text) is { Length: > 0 } level)
        {
            return level.Of(home) is { } place ? new NameReading(NameKind.Placed, $"{text}@{place}", name, LinkReasons.PlaceGiven, home.Confidence) : NameReading.Bare(name);
        }

        var isOfPlace = PlaceName.Read(text) is { Length: > 0 } opening && opening.Length < text.Length;
        var isOfLand = text.StartsWith("国家", StringComparison.Ordinal) || text.StartsWith("全国", StringComparison.Ordinal) || text.StartsWith("中国", StringComparison.Ordinal);
        return isOfPlace || isOfLand || text.Length > LongEnough
            ? new NameReading(NameKind.Full, text, name, LinkReasons.SameName, isOfPlace || isOfLand ? Certain : OwnName)
            : NameReading.Bare(name);
    }

    /// <summary>Events and works: what is short is a common noun more often than a name.</summary>
    private static NameReading ReadTitle(string name)
    {
        var text = NameText.Fold(name);
        return text.Length > 3 ? new NameReading(NameKind.Full, text, name, LinkReasons.SameName, text.Length > LongEnough ? Certain : OwnName) : NameReading.Bare(name);
    }

    /// <summary>Zones, projects, buildings, rivers: a name with a place or a long one tells which, 人民广场 does not.</summary>
    private static NameReading ReadOther(string name, ArticleHome home)
    {
        var text = NameText.Fold(name);
        var opensWithPlace = PlaceName.Read(text) is { Length: > 0 } place && place.Length < text.Length;
        return opensWithPlace || text.Length > LongEnough || (Gazetteer.Shared.TryGet(text, out var match) && match.Level == PlaceLevel.Region)
            ? new NameReading(NameKind.Full, text, name, LinkReasons.SameName, opensWithPlace ? Certain : OwnName)
            : Placed(name, text, home.Area, home);
    }

    private static NameReading Placed(string name, string text, string? place, ArticleHome home) => place is null
        ? NameReading.Bare(name)
        : new NameReading(NameKind.Placed, $"{text}@{place}", name, LinkReasons.PlaceGiven, home.Confidence * OwnName);
}
