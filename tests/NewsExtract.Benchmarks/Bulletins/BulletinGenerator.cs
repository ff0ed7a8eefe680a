using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsExtract.Benchmarks.Bulletins;

/// <summary>
/// Composes bulletins for measurements and tests out of the corpus: its articles, shuffled, with other numbers and dates, so that no two
/// files have the same bytes. The same seed gives the same files; what they say is nobody's news.
/// </summary>
internal sealed partial class BulletinGenerator
{
    private readonly Random _random;
    private readonly List<string> _articles;
    private int _next;

    /// <param name="corpus">A folder of the corpus with <c>NAME.json</c> files: <c>corpus/train</c>.</param>
    public BulletinGenerator(string corpus, int seed)
    {
        _random = new Random(seed);
        _articles = [.. Directory.EnumerateFiles(corpus, "*.json").Order(StringComparer.Ordinal).SelectMany(ReadArticles)];
        _next = _articles.Count;
    }

    /// <summary>Writes <c>00000.txt</c>, <c>00001.txt</c> and so on, each with a date of issue and three to six articles.</summary>
    public void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < count; i++)
        {
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:D5}.txt")), Compose(_random.Next(3, 7)));
        }
    }

    private string Compose(int articles)
    {
        var text = new StringBuilder("内部简报　　").Append(Change("2020年1月1日")).Append("\n\n");
        for (var i = 0; i < articles; i++)
        {
            text.Append(Change(NextArticle())).Append('\n');
        }

        return text.ToString();
    }

    // A deck: every article once, then all in another order.
    private string NextArticle()
    {
        if (_next == _articles.Count)
        {
            for (var i = _articles.Count - 1; i > 0; i--)
            {
                var other = _random.Next(i + 1);
                (_articles[i], _articles[other]) = (_articles[other], _articles[i]);
            }

            _next = 0;
        }

        return _articles[_next++];
    }

    private string Change(string text) => Digits().Replace(text, Another);

    private string Another(Match match)
    {
        if (match.Groups["year"].Success)
        {
            return Number(2008, 2025);
        }

        if (match.Groups["month"].Success)
        {
            return Number(1, 13);
        }

        return match.Groups["day"].Success ? Number(1, 29) : OfSameLength(match.Value);
    }

    private string Number(int from, int before) => _random.Next(from, before).ToString(CultureInfo.InvariantCulture);

    private string OfSameLength(string digits)
    {
        var changed = new StringBuilder().Append(digits is "0" ? '0' : (char)('1' + _random.Next(9)));
        for (var i = 1; i < digits.Length; i++)
        {
            changed.Append((char)('0' + _random.Next(10)));
        }

        return changed.ToString();
    }

    // 2022年8月19日, 8月19日, 19日, 总投资32.5亿元: a year, a month, a day, and other digits, the two sides of a point apart.
    [GeneratedRegex("(?<year>(?:19|20)[0-9]{2}(?=年))|(?<month>(?<![0-9])[0-9]{1,2}(?=月))|(?<day>(?<![0-9])[0-9]{1,2}(?=日))|[0-9]+")]
    private static partial Regex Digits();

    private static List<string> ReadArticles(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("articles").EnumerateArray().Select(Lay)];
    }

    // As papers set them: lines above the text, then paragraphs, and who wrote it.
    private static string Lay(JsonElement article)
    {
        var text = new StringBuilder();
        foreach (var name in (string[])["kicker", "headline", "subhead"])
        {
            if (article.TryGetProperty(name, out var line) && line.GetString() is { Length: > 0 } words)
            {
                text.Append(words).Append('\n');
            }
        }

        text.Append('\n');
        foreach (var paragraph in article.GetProperty("paragraphs").EnumerateArray())
        {
            text.Append(paragraph.GetString()).Append("\n\n");
        }

        return text.ToString();
    }
}
