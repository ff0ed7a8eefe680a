using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Benchmarks;

/// <summary>Accuracy and speed of LAC-small alone on a file marked with PER, LOC and ORG.</summary>
internal static class LacRuns
{
    /// <param name="path">BIO, a character a line, or IOB2 of Universal NER, a word a line; an empty line behind each sentence.</param>
    public static void Print(string model, string path, int repeats)
    {
        var start = Stopwatch.GetTimestamp();
        var tagger = LacTagger.Load(model);
        var load = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var sentences = Read(path);
        var text = string.Join('\n', sentences.Select(static sentence => sentence.Text));
        var best = double.MaxValue;
        var tags = tagger.Tag(text);
        for (var pass = 0; pass < repeats; pass++)
        {
            start = Stopwatch.GetTimestamp();
            tags = tagger.Tag(text);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        var gold = Names(sentences.SelectMany(static sentence => sentence.Tags.Append("O")).ToList());
        var found = Names([.. tags.Select(tag => Mark(tagger.Tags[tag]))]);
        var right = gold.Intersect(found).Count();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sentences.Count} sentences, {text.Length} characters: {gold.Count} names, {found.Count} found, {right} right, F1 {200.0 * right / (gold.Count + found.Count):F1}; "
            + $"tags {Convert.ToHexStringLower(SHA256.HashData(tags))[..16]}; loaded in {load:F0} ms, {text.Length / best / 1000:F1}k characters/s, best of {repeats}"));
    }

    /// <summary>nr, ns and nt are LAC's tags of the same kinds for names that it is less sure of.</summary>
    private static string Mark(string tag) => tag.Split('-') switch
    {
        ["PER" or "nr", var place] => place + "-PER",
        ["LOC" or "ns", var place] => place + "-LOC",
        ["ORG" or "nt", var place] => place + "-ORG",
        _ => "O",
    };

    private static HashSet<(TextSpan Span, string Type)> Names(List<string> marks)
    {
        var names = new HashSet<(TextSpan, string)>();
        for (var start = 0; start < marks.Count; start++)
        {
            if (marks[start].StartsWith('B'))
            {
                var end = start + 1;
                while (end < marks.Count && marks[end] == "I" + marks[start][1..])
                {
                    end++;
                }

                names.Add((new TextSpan(start, end), marks[start][2..]));
            }
        }

        return names;
    }

    private static List<(string Text, List<string> Tags)> Read(string path)
    {
        var sentences = new List<(string, List<string>)>();
        var text = "";
        var tags = new List<string>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0 && tags.Count > 0)
            {
                sentences.Add((text, tags));
                text = "";
                tags = [];
            }
            else if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                var columns = line.Split('\t', ' ');
                var (word, tag) = columns.Length > 3 ? (columns[1], columns[2]) : (columns[0], columns[^1]);
                text += word;
                tags.Add(tag);
                tags.AddRange(Enumerable.Repeat(tag == "O" ? tag : "I" + tag[1..], Math.Max(0, word.Length - 1)));
            }
        }

        return sentences;
    }
}
