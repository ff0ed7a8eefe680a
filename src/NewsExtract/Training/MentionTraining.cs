using System.Collections.Immutable;
using NewsExtract.Evaluation;
using NewsExtract.Learning;
using NewsExtract.Learning.Features;
using NewsExtract.Learning.Models;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Training;

/// <summary>Trains a model of mentions on gold bulletins, and on sentences of other corpora that mark some of the types.</summary>
/// <param name="usesCharacterTags">Whether features hold the tags of LAC-small: better, and slower.</param>
/// <param name="noise">
/// The share of the bulletins that are learnt once more with characters misread (<see cref="ReadingNoise"/>), so that scans are read
/// better; 0 for none.
/// </param>
internal sealed class MentionTraining(bool usesCharacterTags = true, double noise = 0)
{
    /// <summary>The share of the characters that are misread in a bulletin of a share of misread ones.</summary>
    private const double MisreadCharacters = 0.03;

    private readonly NewsPipeline _bulletins = Pipeline(new NewsPipelineBuilder());
    private readonly NewsPipeline _sentences = Pipeline(new NewsPipelineBuilder { Splitter = new LineSplitter() });
    private readonly List<SequenceLine> _lines = [];
    private readonly List<MarkedDraft> _drafts = [];
    private readonly List<ModelData> _data = [];

    /// <param name="annotationPaths">Bulletins marked in full.</param>
    /// <exception cref="InvalidDataException">A file that is no marked bulletin, or marks that can't all be.</exception>
    public void AddBulletins(string name, string licence, IReadOnlyList<string> annotationPaths)
    {
        var bulletins = annotationPaths.Select(path => (path, GoldBulletin.Load(path))).ToList();
        var mentions = Add(bulletins);
        // As many of each hundred as the share says; the counts of the manifest are of the texts as they are.
        Add([.. bulletins.Where((_, index) => (int)((index + 1) * noise) > (int)(index * noise)).Select((bulletin, index) => Misread(bulletin, index))]);
        _data.Add(new ModelData(name, licence, annotationPaths.Count, mentions));

        static (string, GoldBulletin) Misread((string Path, GoldBulletin Gold) bulletin, int index)
        {
            var (text, marks) = new ReadingNoise(MisreadCharacters, index).Apply(bulletin.Gold.Text, bulletin.Gold.Marks);
            return (bulletin.Path, bulletin.Gold with { Text = text, Marks = marks });
        }
    }

    /// <returns>The number of mentions.</returns>
    private int Add(List<(string Path, GoldBulletin Gold)> bulletins)
    {
        var mentions = 0;
        foreach (var (path, draft, marks) in Read(_bulletins, bulletins))
        {
            var first = _lines.Count;
            mentions += marks.Length;
            var allowed = new ulong[draft.Text.Text.Length];
            Array.Fill(allowed, Tags.Bit(Tags.Outside));
            foreach (var mark in marks)
            {
                for (var i = mark.Span.Start; i < mark.Span.End; i++)
                {
                    allowed[i] = Tags.Bit(Tags.At(mark.Type, mark.Span, i));
                }
            }

            // Once with what rules propose and once without, so that the model learns to read by itself as well: what rules
            // propose in bulletins that nobody wrote them for is worse than here.
            var tags = TagsOf(draft);
            Add(path, draft, allowed, draft.Proposals, tags);
            Add(path, draft, allowed, [], tags);
            _drafts.Add(new MarkedDraft(path, draft, marks, first.._lines.Count));
        }

        return mentions;
    }

    /// <summary>
    /// Adds sentences that mark persons, places and bodies alone. Of other types they say nothing: what they leave unmarked may
    /// be any of those, and a place of theirs a town, a river, a road or a zone of ours.
    /// </summary>
    /// <exception cref="InvalidDataException">A mark of another label, or two that overlap.</exception>
    public void AddSentences(string name, string licence, IReadOnlyList<LabelledSentence> sentences)
    {
        foreach (var chunk in sentences.Chunk(100))
        {
            var starts = new List<int>();
            var joined = new System.Text.StringBuilder();
            foreach (var sentence in chunk)
            {
                starts.Add(joined.Length);
                joined.Append(sentence.Text).Append('\n');
            }

            foreach (var draft in _sentences.ReadDrafts(Source(name, joined.ToString())))
            {
                var marks = chunk.SelectMany((sentence, index) => sentence.Marks.Select(mark => (mark.Label, new TextSpan(starts[index] + mark.Span.Start, starts[index] + mark.Span.End))));
                // Without the proposals of rules, which are worse in foreign text than in news.
                Add(name, draft, Allowed(draft.Text, marks), [], TagsOf(draft));
            }
        }

        _data.Add(new ModelData(name, licence, sentences.Count, sentences.Sum(sentence => sentence.Marks.Length)));
    }

    private static ulong[] Allowed(ArticleText text, IEnumerable<(string Label, TextSpan Span)> marks)
    {
        var allowed = new ulong[text.Text.Length];
        Array.Fill(allowed, Tags.All & ~Tags.Of(Tags.Set(EntityType.Person, EntityType.Organization, EntityType.GeoPolitical, EntityType.Location)));
        var end = 0;
        foreach (var (label, source) in marks.OrderBy(static mark => mark.Span.Start))
        {
            var types = label switch
            {
                "PER" or "NAME" => Tags.Set(EntityType.Person),
                "ORG" => Tags.Set(EntityType.Organization, EntityType.Zone),
                "LOC" => Tags.Set(EntityType.GeoPolitical, EntityType.Location, EntityType.Facility, EntityType.Zone),
                _ => throw new InvalidDataException($"a mark {label}: PER, LOC and ORG are known"),
            };
            if (GoldMentions.Map([new GoldMark(EntityType.Person, source)], text) is [{ Span: var span }])
            {
                if (span.Start < end)
                {
                    throw new InvalidDataException($"a mark {label} of “{span.Of(text.Text)}” overlaps the mark before it: marks must not");
                }

                end = span.End;
                for (var i = span.Start; i < span.End; i++)
                {
                    allowed[i] = Tags.Of(types) & Tags.Group(span, i);
                }
            }
        }

        return allowed;
    }

    public MentionModel Train(string name, string version, SequenceTraining training, Action<int, double>? progress = null, CancellationToken cancellation = default)
    {
        var weights = SequenceTrainer.Train(_lines, training, progress, cancellation);
        var spans = SpanTraining.Train(_drafts, _lines, training, usesCharacterTags, cancellation);
        return MentionModel.Create(
            new ModelManifest
            {
                Format = 0,
                Features = 0,
                Name = name,
                Version = version,
                Types = [.. EntityTypes.All.Select(type => type.Label())],
                Data = [.. _data],
                CharacterTags = usesCharacterTags ? CharacterTags.Id : null,
                Seed = training.Seed,
                Epochs = training.Epochs,
                Noise = noise > 0 ? noise : null,
                WeightsSha256 = "",
            },
            weights,
            spans);
    }

    /// <summary>The model with the curve that turns its probabilities into confidences.</summary>
    /// <param name="annotationPaths">Bulletins marked in full that the model was not trained on.</param>
    public static MentionModel Calibrate(MentionModel model, IReadOnlyList<string> annotationPaths)
    {
        var judged = Judge(model, annotationPaths);
        return new MentionModel(model.Manifest with { Calibration = ReliabilityCurve.Fit(judged) }, model.Weights, model.Spans);
    }

    /// <summary>Every mention that is kept in bulletins: the model's probability, and whether it is marked so.</summary>
    public static List<(double Probability, bool IsRight)> Judge(MentionModel model, IReadOnlyList<string> annotationPaths)
    {
        var reviewer = new ModelMentionReviewer(model);
        var judged = new List<(double, bool)>();
        foreach (var (_, draft, marks) in Read(Pipeline(new NewsPipelineBuilder()), annotationPaths.Select(static path => (path, GoldBulletin.Load(path)))))
        {
            var gold = marks.ToHashSet();
            judged.AddRange(reviewer.Judge(draft.Text, draft.Tokens, draft.Proposals, draft.Candidates)
                .Select(item => (item.Probability, gold.Contains(new GoldMark(item.Mention.Type, item.Mention.Span)))));
        }

        return judged;
    }

    private static NewsPipeline Pipeline(NewsPipelineBuilder builder)
    {
        builder.MentionReviewer = null;
        return builder.Build();
    }

    private static IEnumerable<(string Path, MentionDraft Draft, ImmutableArray<GoldMark> Marks)> Read(NewsPipeline pipeline, IEnumerable<(string Path, GoldBulletin Gold)> bulletins)
    {
        foreach (var (path, gold) in bulletins)
        {
            foreach (var draft in pipeline.ReadDrafts(Source(gold.Name, gold.Text)))
            {
                yield return (path, draft, GoldMentions.Map(gold.Marks, draft.Text));
            }
        }
    }

    private static DocumentSource Source(string name, string text) => new(name, System.Text.Encoding.UTF8.GetBytes(text)) { Encoding = "utf-8" };

    private byte[]? TagsOf(MentionDraft draft) => usesCharacterTags ? CharacterTags.Read(draft.Text) : null;

    private void Add(string source, MentionDraft draft, ulong[] allowed, ImmutableArray<Mention> proposals, byte[]? tags)
    {
        var features = new TextFeatures(draft.Text, draft.Tokens, [proposals], tags);
        var hashes = new uint[features.MaxCount];
        foreach (var line in SequenceReading.Lines(draft.Text.Text))
        {
            var rows = new uint[line.Length][];
            for (var i = 0; i < line.Length; i++)
            {
                rows[i] = hashes[..features.Extract(line.Start + i, hashes)];
            }

            var learnt = new SequenceLine(rows, allowed[line.Start..line.End]);
            if (learnt.Contradiction() is { } position)
            {
                var near = new TextSpan(Math.Max(line.Start, line.Start + position - 8), Math.Min(line.End, line.Start + position + 8));
                throw new InvalidDataException($"{source}: the marks at “{near.Of(draft.Text.Text)}” contradict one another: they overlap, or one reaches over the end of a paragraph");
            }

            _lines.Add(learnt);
        }
    }
}
