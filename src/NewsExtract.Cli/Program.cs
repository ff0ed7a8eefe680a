// Stands in until the command lands:
//   newsextract eval GOLD_DIR [--show KIND] [--mentions gold] [--records DIR]
//   newsextract extract FILE...                    prints records
using NewsExtract;
using NewsExtract.Evaluation;

var generator = new GeneratorRecord("newsextract", "0.1.0");
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;
if (args is ["eval", var gold, ..])
{
    var show = Option("--show");
    var report = new Evaluator(new NewsPipelineBuilder(), generator).Run(
        gold,
        new EvaluationOptions { GoldMentions = Option("--mentions") == "gold", RecordsFolder = Option("--records") });
    foreach (var difference in report.Differences.Where(difference => difference.Kind == show))
    {
        Console.WriteLine(difference);
    }

    foreach (var line in report.ToLines())
    {
        Console.WriteLine(line);
    }

    return report.WithoutRecords > 0 ? 1 : 0;
}

var pipeline = new NewsPipelineBuilder().Build();
foreach (var file in args[1..])
{
    var result = pipeline.Process(new DocumentSource(Path.GetFileName(file), File.ReadAllBytes(file)));
    foreach (var article in result.Articles)
    {
        Console.WriteLine(RecordJson.Serialize(RecordBuilder.Build(article, generator)));
    }
}

return 0;
