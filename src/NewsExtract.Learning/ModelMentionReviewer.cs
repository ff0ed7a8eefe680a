using System.Collections.Immutable;
using NewsExtract.Learning.Models;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Learning;

/// <summary>
/// Judges the mentions of rules by a trained model that sees the text and what the rules propose: a mention is kept whose
/// exact span and type the model holds likely enough, whoever proposed it. Safe for concurrent use.
/// </summary>
public sealed class ModelMentionReviewer : IMentionReviewer
{
    /// <summary>What rules found and their policy for overlaps set aside; two that overlap can't both be likelier than this.</summary>
    private const double LeastProbability = 0.5;

    /// <summary>What the model alone finds: text of another kind than the bulletins that it learnt from misleads it.</summary>
    private const double LeastProbabilityOfOwn = 0.9;

    /// <summary>What the rules settled on stays unless the model is sure that it is wrong.</summary>
    private const double LeastProbabilityOfProposal = 0.1;

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

    public ImmutableArray<Mention> Review(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<Mention> proposals, IReadOnlyList<Mention> candidates)
    {
        ArgumentNullException.ThrowIfNull(text);
        var curve = _parts.Value.Curve;
        return [.. Judge(text, tokens, proposals, candidates).Select(judged => judged.Mention with { Confidence = curve.Of(judged.Probability) })];
    }

    /// <summary>The mentions that are kept, by position, with the model's own probability of each.</summary>
    internal ImmutableArray<(Mention Mention, double Probability)> Judge(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<Mention> proposals, IReadOnlyList<Mention> candidates)
    {
        var producer = _parts.Value.Producer;
        var reading = _parts.Value.Tagger.Read(text, tokens, [proposals]);
        var pool = new Dictionary<(EntityType, TextSpan), (Mention Mention, bool IsProposal)>();
        foreach (var mention in proposals)
        {
            pool.TryAdd((mention.Type, mention.Span), (mention, true));
        }

        foreach (var mention in candidates)
        {
            pool.TryAdd((mention.Type, mention.Span), (mention, false));
        }

        foreach (var (type, span) in SequenceReading.Lines(text.Text).SelectMany(line => reading.Best(line)))
        {
            if (type < EntityType.Date || StandsAlone)
            {
                pool.TryAdd((type, span), (new Mention(type, span, producer), false));
            }
        }

        var kept = new List<(Mention Mention, double Probability, double Rank)>();
        foreach (var (mention, isProposal) in pool.Values.OrderBy(item => item.Mention.Span.Start))
        {
            var probability = reading.Probability(mention.Type, mention.Span);
            var least = mention.Producer == producer && !StandsAlone ? LeastProbabilityOfOwn : isProposal ? LeastProbabilityOfProposal : LeastProbability;
            if (probability >= least)
            {
                kept.Add((mention, probability, isProposal ? (1 + probability) / 2 : probability));
            }
        }

        return WithoutOverlaps(kept);
    }

    // Of two that overlap the likelier stays.
    private static ImmutableArray<(Mention Mention, double Probability)> WithoutOverlaps(List<(Mention Mention, double Probability, double Rank)> kept)
    {
        var chosen = new SortedDictionary<TextSpan, (Mention Mention, double Probability)>();
        var taken = new bool[kept.Count == 0 ? 0 : kept.Max(item => item.Mention.Span.End)];
        foreach (var (mention, probability, _) in kept.OrderByDescending(item => item.Rank))
        {
            var units = taken.AsSpan(mention.Span.Start, mention.Span.Length);
            if (!units.Contains(true))
            {
                units.Fill(true);
                chosen.Add(mention.Span, (mention, probability));
            }
        }

        return [.. chosen.Values];
    }

    private sealed class Parts(MentionModel model)
    {
        public SequenceTagger Tagger { get; } = new(model.Weights, model.Manifest.CharacterTags is not null);

        public ConfidenceCurve Curve { get; } = new(model.Manifest.Calibration);

        public Producer Producer { get; } = new("model:" + model.Manifest.Name, model.Manifest.Version);
    }
}
