using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace NewsExtract.Readers.Word;

/// <summary>Counts the paragraphs of numbered lists and writes their numbers: 一、, （二）, 3., ①. Bullets are not written.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private const string Digits = "〇一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";

    private sealed record Level(int Start, string Format, string Text);

    private readonly Dictionary<string, string> _abstractOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Level[]> _levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _counts = new(StringComparer.Ordinal);

    public WordNumbering(XElement? root)
    {
        foreach (var element in root?.Elements() ?? [])
        {
            if (element.Name.LocalName == "abstractNum" && element.Value("abstractNumId") is { } id)
            {
                _levels.TryAdd(id, ReadLevels(element));
            }
            else if (element.Name.LocalName == "num" && element.Value("numId") is { } number && element.Child("abstractNumId").Value() is { } abstractId)
            {
                _abstractOf.TryAdd(number, abstractId);
            }
        }
    }

    /// <summary>The number of the next paragraph of a list; empty for bullets and lists that are not defined.</summary>
    public string Next(string? list, int? level)
    {
        var depth = level ?? 0;
        if (list is null or "0" || depth is < 0 or >= Levels || !_abstractOf.TryGetValue(list, out var id) || !_levels.TryGetValue(id, out var levels))
        {
            return "";
        }

        if (!_counts.TryGetValue(id, out var counts))
        {
            _counts[id] = counts = new int?[Levels];
        }

        counts[depth] = counts[depth] is { } count ? count + 1 : levels[depth].Start;
        Array.Fill(counts, null, depth + 1, Levels - depth - 1);
        if (levels[depth].Format is "bullet" or "none")
        {
            return "";
        }

        var text = new StringBuilder();
        var pattern = levels[depth].Text;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var other = pattern[++i] - '1';
                text.Append(Format(counts[other] ?? levels[other].Start, levels[other].Format));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return text.Length == 0 || text[^1] > '\u2E80' ? text.ToString() : text.Append(' ').ToString();
    }

    private static Level[] ReadLevels(XElement element)
    {
        var levels = new Level[Levels];
        Array.Fill(levels, new Level(1, "none", ""));
        foreach (var level in element.Elements().Where(child => child.Name.LocalName == "lvl"))
        {
            if (level.Number("ilvl") is >= 0 and < Levels and var depth)
            {
                levels[depth] = new Level(level.Child("start").Number() ?? 1, level.Child("numFmt").Value() ?? "decimal", level.Child("lvlText").Value() ?? "");
            }
        }

        return levels;
    }

    private static string Format(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "ideographDigital" when number is > 0 and < 100 => Chinese(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "ideographTraditional" when number is > 0 and <= 10 => Stems[(number - 1)..number],
        "upperLetter" when number is > 0 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "lowerLetter" when number is > 0 and <= 26 => ((char)('a' + number - 1)).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Chinese(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        return (tens == 0 ? "" : tens == 1 ? "十" : Digits[tens] + "十") + (ones == 0 ? "" : Digits[ones].ToString());
    }
}
