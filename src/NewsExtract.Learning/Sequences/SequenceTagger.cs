using System.Collections.Immutable;
using NewsExtract.Learning.Features;

namespace NewsExtract.Learning.Sequences;

/// <summary>Reads each line of a text with trained weights. Safe for concurrent use.</summary>
/// <param name="usesCharacterTags">Whether the weights were trained with <see cref="CharacterTags"/>.</param>
internal sealed class SequenceTagger(SequenceWeights weights, bool usesCharacterTags)
{
    private readonly TagTransitions _transitions = new(weights.Transitions);

    /// <summary>What the model makes of a text.</summary>
    public SequenceReading Read(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<IReadOnlyList<Mention>> proposals)
    {
        var features = new TextFeatures(text, tokens, proposals, usesCharacterTags ? CharacterTags.Read(text) : null);
        return new SequenceReading(text.Text, features, weights, _transitions);
    }
}
