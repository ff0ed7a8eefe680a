using System.Globalization;
using System.Text;

namespace NewsExtract.Storage.Tests.Linking;

/// <summary>Texts that share much, little or nothing.</summary>
internal static class InventedReport
{
    private static readonly string[] s_places = ["青禾区", "云川区", "白石县", "临泽县", "东岭区", "南湖区", "北塘县", "西河区"];
    private static readonly string[] s_words = ["项目", "园区", "工程", "道路", "学校", "医院", "企业", "市场", "码头", "水库"];
    private static readonly string[] s_deeds = ["开工", "竣工", "投产", "验收", "扩建", "改造", "搬迁", "启用", "招标", "签约"];

    /// <summary>The same words each day, with other figures: all share their bands.</summary>
    public static string Weather(Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $"市气象台发布天气预报，今天白天到夜间全市晴转多云，东南风三到四级，山区有短时阵雨，最高气温{random.Next(60)}度，最低气温{random.Next(60)}度，请市民注意防范，出行携带雨具，老人和儿童注意防暑降温。未来三天以多云天气为主，气温变化不大，适宜户外活动和晾晒衣物。");

    /// <summary>Of some sentences of a hundred: two such texts may have some in common.</summary>
    public static string Story(Random random)
    {
        var text = new StringBuilder();
        var sentences = 4 + random.Next(4);
        for (var i = 0; i < sentences; i++)
        {
            text.Append(Sentence(random));
        }

        return text.ToString();
    }

    /// <summary>The text with sentences less or more.</summary>
    public static string Alter(Random random, string text)
    {
        var sentences = text.Split('。', StringSplitOptions.RemoveEmptyEntries).Select(static sentence => sentence + '。').ToList();
        if (random.Next(2) == 0)
        {
            sentences.Insert(random.Next(sentences.Count + 1), Sentence(random));
        }
        else if (sentences.Count > 1)
        {
            sentences.RemoveAt(random.Next(sentences.Count));
        }

        return string.Concat(sentences);
    }

    private static string Sentence(Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $"{s_places[random.Next(s_places.Length)]}{s_words[random.Next(s_words.Length)]}近日顺利{s_deeds[random.Next(s_deeds.Length)]}，有关部门负责人到现场察看了{s_words[random.Next(s_words.Length)]}的进展情况。");
}
