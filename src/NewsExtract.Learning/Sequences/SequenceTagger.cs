using System.Collections.Immutable;
using NewsExtract.Learning.Features;

namespace NewsExtract.Learning.Sequences;

/// <summary>Reads each line of a text with trained weights. Safe for concurrent use.</summary>
internal sealed class SequenceTagger(SequenceWeights weights)
{
    private readonly TagTransitions _transitions = new(weights.Transitions);

    /// <summary>What the model makes of a text.</summary>
    public SequenceReading Read(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<IReadOnlyList<Mention>> proposals)
    {
        var features = new TextFeatures(text, tokens, proposals);
        return new SequenceReading(text.Text, features, weights, _transitions);
    }
}
