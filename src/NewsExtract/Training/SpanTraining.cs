using System.Collections.Immutable;
using NewsExtract.Evaluation;
using NewsExtract.Learning.Sequences;
using NewsExtract.Learning.Spans;
using NewsExtract.Learning.Trees;

namespace NewsExtract.Training;

/// <summary>One article of a bulletin that a person marked.</summary>
/// <param name="Lines">Its lines among those that the tagger is trained on.</param>
internal sealed record MarkedDraft(string Bulletin, MentionDraft Draft, ImmutableArray<GoldMark> Marks, Range Lines);

/// <summary>
/// Trains a classifier of what rules and tagger take for mentions. The tagger knows its own training text by heart, so it
/// is trained anew without each part of the bulletins in turn, and the classifier learns from what it makes of that part.
/// </summary>
internal static class SpanTraining
{
    private const int Parts = 4;

    /// <summary>Fewer bulletins make no classifier: it would learn from too few candidates what to believe.</summary>
    private const int LeastBulletins = 20;

    private static readonly Producer s_tagger = new("model:training", "0");

    /// <returns>Null for too few bulletins.</returns>
    public static TreeClassifier? Train(IReadOnlyList<MarkedDraft> drafts, IReadOnlyList<SequenceLine> lines, SequenceTraining training, bool usesCharacterTags, CancellationToken cancellation)
    {
        var bulletins = drafts.Select(draft => draft.Bulletin).Distinct().Select((bulletin, index) => (bulletin, index)).ToDictionary(item => item.bulletin, item => item.index, StringComparer.Ordinal);
        if (bulletins.Count < LeastBulletins)
        {
            return null;
        }

        var examples = new List<(float[] Features, bool IsRight)>();
        for (var part = 0; part < Parts; part++)
        {
            var held = drafts.Where(draft => bulletins[draft.Bulletin] % Parts == part).ToList();
            var without = new HashSet<int>(held.SelectMany(draft => Enumerable.Range(0, lines.Count).Take(draft.Lines)));
            var weights = SequenceTrainer.Train([.. lines.Where((_, index) => !without.Contains(index))], training, null, cancellation);
            var tagger = new SequenceTagger(weights, usesCharacterTags);
            foreach (var (_, draft, marks, _) in held)
            {
                var gold = marks.ToHashSet();
                var pool = SpanPool.Gather(draft.Text, tagger.Read(draft.Text, draft.Tokens, [draft.Proposals]), draft.Proposals, draft.Candidates, s_tagger, withValues: false);
                examples.AddRange(SpanFeatures.Of(draft.Text, draft.Tokens, pool).Zip(pool, (features, candidate) => (features, gold.Contains(new GoldMark(candidate.Type, candidate.Span)))));
            }
        }

        return TreeTrainer.Train(examples, SpanFeatures.Width, new TreeTraining(Trees: 100, Leaves: 16, LeastExamples: 20, LearningRate: 0.1, (int)training.Seed));
    }
}
