using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NewsExtract.Evaluation;
using NewsExtract.Learning.Features;
using NewsExtract.Training;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>Sentences of a corpus with labels of its own, up to 15 of them; each takes the place of a mention type by its number here.</summary>
internal sealed class LabelledCorpus
{
    /// <summary>Sentences that are read as one text; they do not see one another.</summary>
    private const int ChunkSize = 100;

    private static readonly NewsPipeline s_pipeline = new NewsPipelineBuilder { MentionReviewer = null, Splitter = new LineSplitter() }.Build();

    private LabelledCorpus(ImmutableArray<string> labels, List<MarkedArticle> articles, int sentences, int marks) =>
        (Labels, Articles, Sentences, Marks) = (labels, articles, sentences, marks);

    public ImmutableArray<string> Labels { get; }

    public List<MarkedArticle> Articles { get; }

    public int Sentences { get; }

    public int Marks { get; }

    /// <param name="path">
    /// CoNLL or BMES (<see cref="LabelledSentences"/>), or JSON lines with <c>text</c> and <c>entity_list</c>. Sentences whose tags contradict one
    /// another are left out and told of.
    /// </param>
    /// <param name="labels">In the order of their numbers; <c>null</c> to take those of the file.</param>
    /// <param name="share">One sentence in so many is read.</param>
    /// <exception cref="InvalidDataException">A line that is none of these.</exception>
    public static LabelledCorpus Read(string path, ImmutableArray<string>? labels = null, int share = 1)
    {
        using var reader = new StreamReader(path);
        var sentences = (reader.Peek() == '{' ? ReadJson(path) : LabelledSentences.Read(path, static broken => Console.Error.WriteLine($"{broken}: left out"))).Where((_, index) => index % share == 0).ToList();
        var known = labels ?? [.. sentences.SelectMany(static sentence => sentence.Marks).Select(static mark => mark.Label).Distinct().Order(StringComparer.Ordinal)];
        var articles = sentences.Chunk(ChunkSize).SelectMany(chunk => ToArticles(Path.GetFileName(path), chunk, known)).ToList();
        return new LabelledCorpus(known, articles, sentences.Count, sentences.Sum(static sentence => sentence.Marks.Length));
    }

    private static IEnumerable<MarkedArticle> ToArticles(string name, LabelledSentence[] sentences, ImmutableArray<string> labels)
    {
        var text = new StringBuilder();
        var marks = ImmutableArray.CreateBuilder<GoldMark>();
        foreach (var sentence in sentences)
        {
            foreach (var (label, span) in sentence.Marks)
            {
                marks.Add(new GoldMark((EntityType)labels.IndexOf(label), new TextSpan(text.Length + span.Start, text.Length + span.End)));
            }

            text.Append(sentence.Text).Append('\n');
        }

        return s_pipeline.ReadDrafts(new DocumentSource(name, Encoding.UTF8.GetBytes(text.ToString())) { Encoding = "utf-8" })
            .Select(draft => new MarkedArticle(name, draft, GoldMentions.Map(marks.ToImmutable(), draft.Text), CharacterTags.Read(draft.Text)));
    }

    private static IEnumerable<LabelledSentence> ReadJson(string path)
    {
        foreach (var line in File.ReadLines(path).Where(static line => line.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            yield return new LabelledSentence(
                json.RootElement.GetProperty("text").GetString()!,
                [
                    .. json.RootElement.GetProperty("entity_list").EnumerateArray().Select(static entity => (
                        entity.GetProperty("entity_type").GetString()!,
                        new TextSpan(entity.GetProperty("entity_index").GetProperty("begin").GetInt32(), entity.GetProperty("entity_index").GetProperty("end").GetInt32()))),
                ]);
        }
    }
}
