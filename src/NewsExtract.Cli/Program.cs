// Stands in until the command lands:
//   newsextract eval GOLD_DIR RECORDS_DIR [gold]   writes NAME.jsonl for every NAME.txt; "gold" takes mentions from NAME.ann
//   newsextract extract FILE...                    prints records
using NewsExtract;
using NewsExtract.Evaluation;

args = [.. args.Where(argument => argument is not ("--records" or "--mentions"))];
var generator = new GeneratorRecord("newsextract", "0.1.0");
var files = args[0] == "eval" ? Directory.GetFiles(args[1], "*.txt").Order(StringComparer.Ordinal).ToArray() : args[1..];
foreach (var file in files)
{
    var builder = new NewsPipelineBuilder();
    if (args is [_, _, _, "gold"])
    {
        var marks = GoldMarks.Parse(File.ReadAllText(Path.ChangeExtension(file, ".ann"))).Marks;
        var recognizer = new GoldMentionRecognizer(marks, [.. builder.MentionRecognizers]);
        builder.MentionRecognizers.Clear();
        builder.MentionRecognizers.Add(recognizer);
    }

    var result = builder.Build().Process(new DocumentSource(Path.GetFileName(file), File.ReadAllBytes(file)));
    var lines = result.Articles.Select(article => RecordJson.Serialize(RecordBuilder.Build(article, generator)));
    if (args[0] == "eval")
    {
        Directory.CreateDirectory(args[2]);
        File.WriteAllText(Path.Combine(args[2], Path.GetFileNameWithoutExtension(file) + ".jsonl"), string.Concat(lines.Select(line => line + "\n")));
    }
    else
    {
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }
    }
}
