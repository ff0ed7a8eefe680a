using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using NewsExtract.Evaluation;
using NewsExtract.Learning;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>The tagger on other people's corpora: trained on their own training part, or the shipped one as it is.</summary>
internal static class CorpusRuns
{
    /// <summary>CLUENER's labels in terms of the mention types.</summary>
    private static readonly ImmutableDictionary<string, string> s_mapped = new Dictionary<string, string>
    {
        ["name"] = "PER",
        ["position"] = "TITLE",
        ["company"] = "ORG",
        ["government"] = "ORG",
        ["organization"] = "ORG",
        ["address"] = "LOC",
        ["scene"] = "LOC",
        ["book"] = "WORK",
        ["movie"] = "WORK",
        ["game"] = "WORK",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> s_names = ["PER", "LOC", "ORG"];

    /// <summary>Trains on one file and measures on another.</summary>
    /// <param name="share">One sentence in so many is learnt from.</param>
    /// <param name="passes">How often the sentences are gone through.</param>
    public static void Train(string train, string test, int share, int passes)
    {
        if (IsMissing(train) || IsMissing(test))
        {
            return;
        }

        var learnt = LabelledCorpus.Read(train, share: share);
        var measured = LabelledCorpus.Read(test, learnt.Labels);
        var lines = MarkedArticle.TrainingLines(learnt.Articles);
        var start = Stopwatch.GetTimestamp();
        var weights = SequenceTrainer.Train(lines, SequenceTraining.Default with { Epochs = passes });
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var transitions = new TagTransitions(weights.Transitions);
        var found = measured.Articles.ConvertAll(article => TaggerMeasure.Find(article, article.Features(withProposals: true), weights, transitions).ToList());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{train}, one sentence in {share}: {learnt.Sentences} sentences, {learnt.Marks} names, {passes} passes in {seconds:F0} s; {test}: {measured.Sentences} sentences"));
        Print(measured, found, label => label, measured.Labels);
        PrintLongestList(measured, found);
        if (learnt.Labels.All(s_mapped.ContainsKey))
        {
            Print(measured, found, label => s_mapped[label], [.. learnt.Labels.Select(label => s_mapped[label])]);
        }
    }

    /// <summary>Measures the shipped model, with rules and without, and rules alone on sentences that mark PER, LOC and ORG.</summary>
    public static void Shipped(string test)
    {
        if (IsMissing(test))
        {
            return;
        }

        var measured = LabelledCorpus.Read(test, s_names);
        Console.WriteLine($"{test}: {measured.Sentences} sentences, {measured.Marks} names");
        Run("rules", article => article.Draft.Proposals);
        var alone = new ModelMentionReviewer(Learning.Models.MentionModel.LoadShipped()) { StandsAlone = true };
        Run("model", article => alone.Review(article.Draft.Text, article.Draft.Tokens, [], []));
        Run("both", article => ModelMentionReviewer.Shipped.Review(article.Draft.Text, article.Draft.Tokens, article.Draft.Proposals, article.Draft.Candidates));

        void Run(string name, Func<MarkedArticle, IEnumerable<Mention>> read)
        {
            Console.WriteLine(name);
            var found = measured.Articles.ConvertAll(article => read(article).Where(static mention => Number(mention.Type) >= 0)
                .Select(static mention => new GoldMark((EntityType)Number(mention.Type), mention.Span)).ToList());
            Print(measured, found, static label => label, s_names);
        }
    }

    // One sentence of MSRA's test part is a roll that holds a third of all its persons: what becomes of it decides the figure.
    private static void PrintLongestList(LabelledCorpus corpus, List<List<GoldMark>> found)
    {
        var lines = corpus.Articles.Zip(found).SelectMany(static pair => SequenceReading.Lines(pair.First.Text).Select(line => (
            Gold: pair.First.Marks.Where(mark => mark.Span.Start >= line.Start && mark.Span.End <= line.End).ToHashSet(),
            Found: pair.Second.Where(mark => mark.Span.Start >= line.Start && mark.Span.End <= line.End).ToList())));
        var (gold, marks) = lines.MaxBy(static line => line.Gold.Count);
        Console.WriteLine(new Tally(marks.Count(gold.Contains), gold.Count, marks.Count).ToRow("the sentence of most names"));
    }

    private static int Number(EntityType type) => type switch
    {
        EntityType.Person => 0,
        EntityType.GeoPolitical or EntityType.Location or EntityType.Facility => 1,
        EntityType.Organization => 2,
        _ => -1,
    };

    private static void Print(LabelledCorpus corpus, List<List<GoldMark>> found, Func<string, string> name, ImmutableArray<string> names)
    {
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var label in names)
        {
            tallies[label] = default;
        }

        // Marks that lie in no article's view count as missed.
        var all = new Tally(0, corpus.Marks - corpus.Articles.Sum(static article => article.Marks.Length), 0);
        foreach (var (article, marks) in corpus.Articles.Zip(found))
        {
            var gold = article.Marks.Select(Named).ToHashSet();
            foreach (var mark in gold)
            {
                Add(mark.Name, new Tally(0, 1, 0));
            }

            foreach (var mark in marks.Select(Named))
            {
                Add(mark.Name, new Tally(gold.Contains(mark) ? 1 : 0, 0, 1));
            }
        }

        Console.WriteLine(all.ToRow("all"));
        foreach (var (label, tally) in tallies)
        {
            Console.WriteLine(tally.ToRow(label));
        }

        (string Name, TextSpan Span) Named(GoldMark mark) => (name(corpus.Labels[(int)mark.Type]), mark.Span);

        void Add(string label, Tally tally)
        {
            tallies[label] += tally;
            all += tally;
        }
    }

    private static bool IsMissing(string path)
    {
        if (!File.Exists(path))
        {
            Console.WriteLine($"{path} is not here: not measured");
        }

        return !File.Exists(path);
    }
}
