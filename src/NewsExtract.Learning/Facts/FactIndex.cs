using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsExtract.Learning.Facts;

/// <summary>The facts of an article by what they have in common.</summary>
internal sealed class FactIndex
{
    private readonly ILookup<int, Fact> _bySentence;
    private readonly Dictionary<(string Type, ArgumentValue First), int> _byFirst = [];
    private readonly Dictionary<TextSpan, int> _byPlace = [];

    public FactIndex(FactContext context, ImmutableArray<Fact> facts)
    {
        _bySentence = facts.ToLookup(fact => context.Text.SentenceAt(Anchor(fact).Start));
        foreach (var fact in facts)
        {
            if (fact.Arguments is [var first, ..])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_byFirst, (fact.Type, first.Value), out _)++;
            }

            foreach (var place in fact.Arguments.Where(argument => !argument.Spans.IsEmpty).Select(argument => argument.Spans[0]).Distinct())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_byPlace, place, out _)++;
            }
        }
    }

    /// <summary>The words by which a fact is known; the start of its evidence where the extractor does not say.</summary>
    public static TextSpan Anchor(Fact fact) => fact.Trigger ?? new TextSpan(fact.Evidence.Start, fact.Evidence.Start);

    /// <returns>Those whose trigger stands there.</returns>
    public IReadOnlyCollection<Fact> InSentence(int sentence) => [.. _bySentence[sentence]];

    /// <returns>How many facts of the type have the same in their first role, with the fact itself.</returns>
    public int SameFirst(Fact fact) => fact.Arguments is [var first, ..] ? _byFirst[(fact.Type, first.Value)] : 1;

    /// <returns>How many facts have a role that is filled by these words.</returns>
    public int Filling(TextSpan place) => _byPlace.GetValueOrDefault(place);
}
