namespace NewsExtract.Linking.Names;

/// <summary>The level that opens a name in place of a place: 省 of 省商务厅, 市 of 市第一人民医院.</summary>
internal readonly record struct LevelName(int Length, char Level)
{
    private const string Levels = "省市县区州旗盟";

    // 市场, 市政工程, 区域, 区块链, 县域, 州际, 盟友, 旗舰: words of their own.
    private const string NotAfter = "场域块间际友舰容区";

    /// <param name="text">Folded.</param>
    public static LevelName Read(string text)
    {
        if (text.StartsWith("自治区", StringComparison.Ordinal) || text.StartsWith("自治州", StringComparison.Ordinal))
        {
            return new LevelName(3, text[2] == '区' ? '自' : '州');
        }

        if (text.Length < 2 || !Levels.Contains(text[0], StringComparison.Ordinal) || NotAfter.Contains(text[1], StringComparison.Ordinal))
        {
            return default;
        }

        var isWorks = text.StartsWith("市政", StringComparison.Ordinal) && !text.StartsWith("市政府", StringComparison.Ordinal) && !text.StartsWith("市政协", StringComparison.Ordinal) && !text.StartsWith("市政务", StringComparison.Ordinal);
        return isWorks ? default : new LevelName(1, text[0]);
    }

    /// <summary>How much of what follows a place's short name repeats its level: 市 of 太原|市委.</summary>
    public static int LengthAfter(string fullName, string rest) =>
        rest.Length > 1 && Levels.Contains(rest[0], StringComparison.Ordinal) && fullName.EndsWith(rest[0]) && Read(rest).Length == 1 ? 1 : 0;

    /// <summary>The place that an article means by it, in full.</summary>
    public string? Of(ArticleHome home)
    {
        var (level, ending) = (Level, Level == '自' ? '区' : Level);
        string?[] places = level switch
        {
            '省' or '自' => [home.Province],
            '市' or '州' or '盟' => [home.City, home.County],
            _ => [home.County],
        };
        return Array.Find(places, place => place?.EndsWith(ending) == true);
    }
}
