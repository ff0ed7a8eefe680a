namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>Tells the words that end a zone's name from others.</summary>
internal static class ZoneWords
{
    public static bool EndsZone(ReadOnlySpan<char> word) =>
        word.EndsWith("开发区", StringComparison.Ordinal) || word.EndsWith("示范区", StringComparison.Ordinal) || word.EndsWith("保税区", StringComparison.Ordinal)
        || word.EndsWith("高新区", StringComparison.Ordinal) || word.EndsWith("经开区", StringComparison.Ordinal) || word.EndsWith("新区", StringComparison.Ordinal)
        || word.EndsWith("园区", StringComparison.Ordinal) || word.EndsWith("合作区", StringComparison.Ordinal) || word.EndsWith("综保区", StringComparison.Ordinal)
        || word.EndsWith("产业园", StringComparison.Ordinal) || word.EndsWith("工业园", StringComparison.Ordinal);
}
