using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Benchmarks;

/// <summary>How long questions to a large store take. Its articles are lines of the corpus in another order (fixed seed), without facts.</summary>
internal static partial class StoreRuns
{
    private const int LinesAnArticle = 8;
    private const int Questions = 300;
    private const int PageSize = 20;

    /// <param name="location">A store; one that has articles already is asked as it is.</param>
    public static void Print(string corpus, string location, int articles)
    {
        var files = Directory.EnumerateFiles(corpus, "*.ann").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var lines = files.SelectMany(static text => text.Split('\n')).Select(static line => Mark().Replace(line, "$1")).Where(static line => line.Length > 20).ToList();
        using var store = NewsStore.Open(location, new StoreOptions { Fold = SearchFolding.Fold });
        var present = store.CountArticles(new NewsFilter());
        if (present == 0)
        {
            var clock = Stopwatch.StartNew();
            Fill(store, lines, articles);
            present = store.CountArticles(new NewsFilter());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stored {present:N0} articles in {clock.Elapsed.TotalSeconds:0.0} s"));
        }

        var names = files.SelectMany(static text => Name().Matches(text).Select(static match => match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{present:N0} articles; a page of {PageSize} hits, newest first"));
        Time(store, "names of two characters", names.Where(static name => name.Length == 2));
        Time(store, "names of three characters", names.Where(static name => name.Length == 3));
        Time(store, "pairs of the text at random", RandomParts(lines, 2));
        Time(store, "four characters of the text at random", RandomParts(lines, 4));
        Time(store, "common words", ["项目", "企业", "发展", "开发区", "建设", "公司", "招商引资", "亿元"]);
    }

    private static void Fill(NewsStore store, List<string> lines, int articles)
    {
        var random = new Random(1);
        for (var i = 0; i < articles; i++)
        {
            var text = string.Join('\n', Enumerable.Range(0, LinesAnArticle).Select(_ => lines[random.Next(lines.Count)]));
            var name = string.Create(CultureInfo.InvariantCulture, $"{i:D6}.txt");
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name + text)));
            var date = new DateOnly(2014, 1, 1).AddDays(random.Next(3650)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            store.Save(new DocumentEntry
            {
                Sha256 = sha256,
                Name = name,
                Bytes = text.Length,
                State = ExtractionState.Complete,
                ReadingKey = "",
                ExtractionKey = "",
                Version = "0.1.0",
                Characters = text.Length,
                Articles = [Record(name, sha256, text, date)],
            });
        }
    }

    private static ArticleRecord Record(string name, string sha256, string text, string date) => new()
    {
        Generator = NewsPipeline.Generator,
        Source = new SourceRecord(name, sha256, "utf-8"),
        Article = new HeaderRecord { Index = 0, Date = date },
        Paragraphs = [.. text.Split('\n').Select(static line => new ParagraphRecord("body", line, [new TextSpan(0, line.Length)]))],
        Mentions = [],
        Entities = [],
        Facts = [],
        Diagnostics = [],
        Status = "complete",
    };

    private static IEnumerable<string> RandomParts(List<string> lines, int length)
    {
        var random = new Random(2);
        for (var i = 0; i < Questions; i++)
        {
            var line = lines[random.Next(lines.Count)];
            yield return line.Substring(random.Next(line.Length - length), length);
        }
    }

    private static void Time(NewsStore store, string what, IEnumerable<string> words)
    {
        var times = new List<double>();
        long hits = 0;
        foreach (var word in words.Take(Questions))
        {
            var clock = Stopwatch.StartNew();
            hits += store.FindArticles(new NewsFilter { Words = [word] }, PageSize).Count;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {times.Count} questions, median {times[times.Count / 2]:0.0} ms, 95 % {times[times.Count * 95 / 100]:0.0} ms, longest {times[^1]:0.0} ms, {hits:N0} hits shown"));
    }

    // {PER|李明}
    [GeneratedRegex(@"\{[A-Z]+\|([^{}]*)\}")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\{PER\|([^{}]*)\}")]
    private static partial Regex Name();
}
