using System.Collections.Immutable;
using System.Text;
using NewsExtract.Evaluation;
using NewsExtract.Learning.Features;
using NewsExtract.Learning.Sequences;
using NewsExtract.Training;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>An article to learn from or to be measured on.</summary>
/// <param name="Source">Name of the bulletin or file.</param>
/// <param name="Marks">In units of the view.</param>
/// <param name="Tags">Of LAC-small for each unit; <c>null</c> to leave them out.</param>
internal sealed record MarkedArticle(string Source, MentionDraft Draft, ImmutableArray<GoldMark> Marks, byte[]? Tags)
{
    public string Text => Draft.Text.Text;

    /// <summary>Reads bulletins that are marked in full, with the rules' proposals.</summary>
    public static List<MarkedArticle> ReadBulletins(IEnumerable<string> annotationPaths, bool withTags = true)
    {
        var pipeline = new NewsPipelineBuilder { MentionReviewer = null }.Build();
        var articles = new List<MarkedArticle>();
        foreach (var path in annotationPaths)
        {
            var gold = GoldBulletin.Load(path);
            foreach (var draft in pipeline.ReadDrafts(Source(gold.Name, gold.Text)))
            {
                articles.Add(new MarkedArticle(gold.Name, draft, GoldMentions.Map(gold.Marks, draft.Text), withTags ? CharacterTags.Read(draft.Text) : null));
            }
        }

        return articles;

        static DocumentSource Source(string name, string text) => new(name, Encoding.UTF8.GetBytes(text)) { Encoding = "utf-8" };
    }

    public TextFeatures Features(bool withProposals, bool withTags = true, bool withWords = true) =>
        new(Draft.Text, withWords ? Draft.Tokens : [], [withProposals ? Draft.Proposals : []], withTags ? Tags : null);

    /// <summary>The lines with the one tag that each position has.</summary>
    public IEnumerable<SequenceLine> Lines(TextFeatures features)
    {
        var allowed = new ulong[Text.Length];
        Array.Fill(allowed, Learning.Sequences.Tags.Bit(Learning.Sequences.Tags.Outside));
        // CLUENER marks names within names: a character has one tag, so the longer is learnt, and the other is missed when measured.
        foreach (var mark in Marks.OrderByDescending(static mark => mark.Span.Length))
        {
            if (allowed.AsSpan(mark.Span.Start, mark.Span.Length).ContainsAnyExcept(Learning.Sequences.Tags.Bit(Learning.Sequences.Tags.Outside)))
            {
                continue;
            }

            for (var i = mark.Span.Start; i < mark.Span.End; i++)
            {
                allowed[i] = Learning.Sequences.Tags.Bit(Learning.Sequences.Tags.At(mark.Type, mark.Span, i));
            }
        }

        var hashes = new uint[features.MaxCount];
        foreach (var line in SequenceReading.Lines(Text))
        {
            var rows = new uint[line.Length][];
            for (var i = 0; i < line.Length; i++)
            {
                rows[i] = hashes[..features.Extract(line.Start + i, hashes)];
            }

            yield return new SequenceLine(rows, allowed[line.Start..line.End]);
        }
    }

    /// <summary>As the shipped model is trained: each article once with what rules propose and once without.</summary>
    public static List<SequenceLine> TrainingLines(IEnumerable<MarkedArticle> articles, bool withTags = true, bool withWords = true, bool withProposals = true) =>
    [
        .. articles.SelectMany(article => (withProposals ? [true, false] : (bool[])[false])
            .SelectMany(proposals => article.Lines(article.Features(proposals, withTags, withWords)))),
    ];
}
