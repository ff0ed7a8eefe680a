using System.Collections.Immutable;
using NewsExtract.Learning.Models;
using NewsExtract.Learning.Sequences;
using NewsExtract.Learning.Spans;
using NewsExtract.Learning.Trees;

namespace NewsExtract.Learning;

/// <summary>
/// Judges the mentions of rules by a trained model that sees the text and what the rules propose: a mention is kept whose
/// exact span and type the model holds likely enough, whoever proposed it. Safe for concurrent use.
/// </summary>
public sealed class ModelMentionReviewer : IMentionReviewer
{
    // Of the classifier of spans, for what the tagger alone finds, for what rules settled on and for what they set aside: a rule has
    // its own reasons, which the classifier is not told.
    private const double LeastProbability = 0.5;
    private const double LeastProbabilityOfProposal = 0.2;
    private const double LeastProbabilityOfSetAside = 0.4;

    // Of the tagger, where a model is of too few bulletins for a classifier: what rules settled on stays unless it is surely
    // wrong; two that overlap can't both be likelier than a half; and text of another kind misleads the tagger.
    private const double LeastOfProposal = 0.1;
    private const double LeastOfSetAside = 0.5;
    private const double LeastOfTagger = 0.9;

    private readonly Lazy<Parts> _parts;

    public ModelMentionReviewer(MentionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _parts = new Lazy<Parts>(new Parts(model));
    }

    private ModelMentionReviewer(Func<MentionModel> load) => _parts = new Lazy<Parts>(() => new Parts(load()));

    /// <summary>With the model that comes with the library, which is read when the first text is.</summary>
    public static ModelMentionReviewer Shipped { get; } = new(MentionModel.LoadShipped);

    /// <summary>
    /// Whether the model stands alone, to be measured: it adds dates, amounts and quantities too, whose worth only rules can
    /// say, and all that is likelier than not.
    /// </summary>
    internal bool StandsAlone { get; init; }

    /// <summary>Stands in what the model finds.</summary>
    internal Producer Producer => _parts.Value.Producer;

    public ImmutableArray<Mention> Review(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<Mention> proposals, IReadOnlyList<Mention> candidates)
    {
        ArgumentNullException.ThrowIfNull(text);
        var curve = _parts.Value.Curve;
        return [.. Judge(text, tokens, proposals, candidates).Select(judged => judged.Mention with { Confidence = curve.Of(judged.Probability) })];
    }

    /// <summary>The mentions that are kept, by position, with the model's own probability of each.</summary>
    internal ImmutableArray<(Mention Mention, double Probability)> Judge(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<Mention> proposals, IReadOnlyList<Mention> candidates)
    {
        var parts = _parts.Value;
        var pool = SpanPool.Gather(text, parts.Tagger.Read(text, tokens, [proposals]), proposals, candidates, parts.Producer, StandsAlone);
        if (parts.Spans is null || StandsAlone)
        {
            return WithoutOverlaps(pool.Where(IsLikely).Select(candidate => (candidate, candidate.Probability)), text.Text.Length);
        }

        var rows = SpanFeatures.Of(text, tokens, pool);
        var judged = pool.Select((candidate, index) => (Candidate: candidate, Probability: parts.Spans.Probability(rows[index])));
        return WithoutOverlaps(judged.Where(item => item.Probability >= LeastOf(item.Candidate.Source)), text.Text.Length);
    }

    private static double LeastOf(SpanSource source) => source switch
    {
        SpanSource.Proposal => LeastProbabilityOfProposal,
        SpanSource.SetAside => LeastProbabilityOfSetAside,
        _ => LeastProbability,
    };

    private bool IsLikely(SpanCandidate candidate) => candidate.Probability >= candidate.Source switch
    {
        SpanSource.Tagger when !StandsAlone => LeastOfTagger,
        SpanSource.Proposal => LeastOfProposal,
        _ => LeastOfSetAside,
    };

    // Of two that overlap the likelier stays.
    private static ImmutableArray<(Mention Mention, double Probability)> WithoutOverlaps(IEnumerable<(SpanCandidate Candidate, double Probability)> kept, int length)
    {
        var chosen = new List<(Mention Mention, double Probability)>();
        var taken = new bool[length];
        foreach (var (candidate, probability) in kept.OrderByDescending(item => item.Probability))
        {
            var units = taken.AsSpan(candidate.Span.Start, candidate.Span.Length);
            if (!units.Contains(true))
            {
                units.Fill(true);
                chosen.Add((candidate.Mention, probability));
            }
        }

        chosen.Sort(static (left, right) => left.Mention.Span.Start.CompareTo(right.Mention.Span.Start));
        return [.. chosen];
    }

    private sealed class Parts(MentionModel model)
    {
        public TreeClassifier? Spans { get; } = model.Spans;

        public SequenceTagger Tagger { get; } = new(model.Weights, model.Manifest.CharacterTags is not null);

        public ConfidenceCurve Curve { get; } = new(model.Manifest.Calibration);

        public Producer Producer { get; } = new("model:" + model.Manifest.Name, model.Manifest.Version);
    }
}
