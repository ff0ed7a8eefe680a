using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using NewsExtract.Evaluation;

namespace NewsExtract.Corpus.Tests;

/// <summary>The figures of <c>newsextract eval</c> are those of the reference scorer, to the printed digit.</summary>
public class ScorerParityTests
{
    [ScorerFact]
    public async Task Figures_of_the_corpus_agree() => await CompareRuns(Repository.Corpus, new EvaluationOptions());

    [ScorerFact]
    public async Task Figures_with_gold_mentions_agree() => await CompareRuns(Path.Combine(Repository.Corpus, "dev"), new EvaluationOptions { GoldMentions = true });

    /// <summary>Gold facts with roles changed, dropped, doubled and cut give every branch of the comparison some work.</summary>
    [ScorerFact]
    public async Task Figures_of_disturbed_gold_agree()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"newsextract-parity-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            var report = new EvaluationReport();
            foreach (var path in GoldBulletin.Find(Repository.Corpus))
            {
                var gold = GoldBulletin.Load(path);
                var records = Disturb(path);
                await File.WriteAllTextAsync(Path.Combine(folder, gold.Name + ".jsonl"), string.Concat(records.Select(record => RecordJson.Serialize(record) + "\n")));
                report.CountBulletin(hasRecords: true);
                BulletinScorer.Score(gold, records, report);
            }

            Assert.InRange(report["fact"].F1, 0.3, 0.95);
            Assert.Equal(await RunScorer(Repository.Corpus, folder), report.ToLines());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareRuns(string gold, EvaluationOptions options)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"newsextract-parity-{Environment.ProcessId}-{options.GoldMentions}");
        try
        {
            var report = new Evaluator(new NewsPipelineBuilder()).Run(gold, options with { RecordsFolder = folder });

            Assert.Equal(await RunScorer(gold, folder), report.ToLines());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[]> RunScorer(string gold, string records)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [ScorerFactAttribute.Scorer!, gold, records])
        {
            RedirectStandardOutput = true,
            Environment = { ["PYTHONIOENCODING"] = "utf-8", ["PYTHONDONTWRITEBYTECODE"] = "1" },
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static ImmutableArray<ArticleRecord> Disturb(string annotationPath)
    {
        var jsonPath = Path.ChangeExtension(annotationPath, ".json");
        if (!File.Exists(jsonPath))
        {
            return [];
        }

        using var document = JsonDocument.Parse(File.ReadAllText(jsonPath));
        var count = 0;
        var records = ImmutableArray.CreateBuilder<ArticleRecord>();
        foreach (var article in document.RootElement.GetProperty("articles").EnumerateArray())
        {
            var facts = new List<FactRecord>();
            foreach (var fact in article.GetProperty("facts").EnumerateArray())
            {
                var roles = new Dictionary<string, ArgumentValue>();
                foreach (var role in fact.EnumerateObject().Where(role => role.Name is not ("type" or "evidence")))
                {
                    count++;
                    if (count % 11 != 0)
                    {
                        roles.Add(role.Name, Disturb(role.Value, count));
                    }
                }

                var record = new FactRecord("f", fact.GetProperty("type").GetString()!, roles, new Dictionary<string, ImmutableArray<TextSpan>>(), new EvidenceRecord("甲", []), "test@1", null);
                facts.AddRange((count % 9) switch
                {
                    0 => [],
                    1 => [record, record],
                    _ => [record],
                });
            }

            facts.Reverse();
            records.Add(Record(article, [.. facts]));
        }

        return records.ToImmutable();
    }

    private static ArgumentValue Disturb(JsonElement value, int count) => value.ValueKind switch
    {
        JsonValueKind.Number => new ArgumentValue.Number(value.GetDecimal() + (count % 10 == 0 ? 0.5m : 0)),
        JsonValueKind.Array => new ArgumentValue.List([.. value.EnumerateArray().Select(item => item.GetString()!).Reverse().Skip(count % 4 == 0 ? 1 : 0)]),
        _ => new ArgumentValue.Text(DisturbText(value.GetString()!, count)),
    };

    private static string DisturbText(string text, int count) => (count % 6) switch
    {
        0 => text[(text.Length / 3)..],
        1 => text[..^Math.Min(text.Length - 1, 1 + (text.Length / 5))],
        2 when text.Length > 3 => text[..1] + "　" + text[2..] + "外",
        _ => text,
    };

    private static ArticleRecord Record(JsonElement article, ImmutableArray<FactRecord> facts) => new()
    {
        Generator = new GeneratorRecord("test", "1"),
        Source = new SourceRecord("x", "", null),
        Article = new HeaderRecord
        {
            Index = 0,
            Headline = article.TryGetProperty("headline", out var headline) ? headline.GetString() : null,
            Author = article.TryGetProperty("author", out var author) ? author.GetString() + "某" : null,
        },
        Paragraphs = [.. article.GetProperty("paragraphs").EnumerateArray().Skip(1).Select(text => new ParagraphRecord("body", text.GetString()!, []))],
        Mentions = [new MentionRecord("m1", "PER", "某人", [], null, "test@1", null)],
        Entities = [],
        Facts = facts,
        Diagnostics = [],
        Status = "complete",
    };
}
