using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Evaluation;

internal sealed record EvaluationOptions
{
    /// <summary>Takes the mentions from the gold marks, so that facts are measured apart from mentions.</summary>
    public bool GoldMentions { get; init; }

    /// <summary>Where NAME.jsonl is written for each bulletin; <c>null</c> to write none.</summary>
    public string? RecordsFolder { get; init; }

    /// <summary>Files that are read in place of NAME.txt, by NAME; one that is missing counts as unread. <c>null</c> for the texts.</summary>
    public IReadOnlyDictionary<string, string>? Inputs { get; init; }
}

/// <summary>Runs a pipeline over a folder of gold bulletins and scores what comes out.</summary>
internal sealed class Evaluator(NewsPipelineBuilder builder)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="goldFolder">Holds NAME.ann files, in folders of their own or not.</param>
    /// <exception cref="InvalidDataException">A gold file is broken.</exception>
    public EvaluationReport Run(string goldFolder, EvaluationOptions options, CancellationToken cancellation = default)
    {
        if (options.RecordsFolder is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var report = new EvaluationReport();
        var recognizers = builder.MentionRecognizers.ToImmutableArray();
        var pipeline = builder.Build();
        var bulletins = GoldBulletin.Find(goldFolder).Select(GoldBulletin.Load).ToList();
        var others = MarkedTypes(bulletins, pipeline.FactDefinitions);
        foreach (var gold in bulletins)
        {
            cancellation.ThrowIfCancellationRequested();
            var records = Extract(options.GoldMentions ? WithGoldMentions(gold, recognizers) : pipeline, gold, options.Inputs, cancellation);
            report.CountBulletin(records is not null);
            BulletinScorer.Score(gold, records ?? [], report, others);
            if (options.RecordsFolder is { } target && records is { } written)
            {
                File.WriteAllText(Path.Combine(target, gold.Name + ".jsonl"), string.Concat(written.Select(record => RecordJson.Serialize(record) + "\n")), s_utf8);
            }
        }

        return report;
    }

    // A type of the user's own is scored where somebody marked it; elsewhere all that is found of it would count as wrong.
    private static Dictionary<string, string[]> MarkedTypes(List<GoldBulletin> bulletins, ImmutableArray<FactDefinition> definitions)
    {
        var marked = bulletins.SelectMany(static gold => gold.Articles ?? []).SelectMany(static article => article.Facts).Select(static fact => fact.Type).ToHashSet(StringComparer.Ordinal);
        return definitions.Where(definition => marked.Contains(definition.Name) && !FactAlignment.Types.Contains(definition.Name))
            .ToDictionary(static definition => definition.Name, FactAlignment.KeyOf, StringComparer.Ordinal);
    }

    private static ImmutableArray<ArticleRecord>? Extract(NewsPipeline pipeline, GoldBulletin gold, IReadOnlyDictionary<string, string>? inputs, CancellationToken cancellation)
    {
        var path = gold.TextPath;
        if (inputs is not null && !inputs.TryGetValue(gold.Name, out path))
        {
            return null;
        }

        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : s_utf8.GetBytes(gold.Text);
        var result = pipeline.Process(new DocumentSource(Path.GetFileName(path), bytes), cancellation);
        return result.Status == ExtractionStatus.Failed ? null : result.ToRecords();
    }

    // Leaves the builder's recognizers and models as they were. No model was trained on mentions like these.
    private NewsPipeline WithGoldMentions(GoldBulletin gold, ImmutableArray<IMentionRecognizer> recognizers)
    {
        var (reviewer, scorer) = (builder.MentionReviewer, builder.FactScorer);
        (builder.MentionReviewer, builder.FactScorer) = (null, null);
        builder.MentionRecognizers.Clear();
        builder.MentionRecognizers.Add(new GoldMentionRecognizer(gold.Marks, recognizers));
        var pipeline = builder.Build();
        (builder.MentionReviewer, builder.FactScorer) = (reviewer, scorer);
        builder.MentionRecognizers.Clear();
        foreach (var recognizer in recognizers)
        {
            builder.MentionRecognizers.Add(recognizer);
        }

        return pipeline;
    }
}
