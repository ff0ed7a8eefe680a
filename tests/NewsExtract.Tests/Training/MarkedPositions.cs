using System.Globalization;

namespace NewsExtract.Tests.Training;

/// <summary>Invented bulletins of which the rules make a right and a wrong fact each: who attends a meeting is marked as a post alone.</summary>
internal static class MarkedPositions
{
    /// <returns>Paths of the marks.</returns>
    public static string[] Write(string folder, int count) =>
    [
        .. Enumerable.Range(0, count).Select(index =>
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"b{index:D3}.ann"));
            File.WriteAllText(path, $"要闻\n\n5月{1 + (index % 28)}日，市商务局局长孟晓河出席全市项目推进会。\n");
            File.WriteAllText(Path.ChangeExtension(path, ".json"), """{"articles":[{"headline":"要闻","facts":[{"type":"position","person":"孟晓河","title":"局长","organization":"市商务局"}]}]}""");
            return path;
        }),
    ];
}
