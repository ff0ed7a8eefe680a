using System.Collections.Immutable;

namespace NewsExtract.Learning.Facts;

/// <summary>The fact types, rules and roles that a model met in training, each in ordinal order; what it never met has no feature of its own.</summary>
/// <param name="Rules">Ids of producers, without version.</param>
public sealed record FactVocabulary(ImmutableArray<string> Types, ImmutableArray<string> Rules, ImmutableArray<string> Roles)
{
    internal static FactVocabulary Of(IReadOnlyCollection<Fact> facts) => new(
        Sorted(facts.Select(fact => fact.Type)),
        Sorted(facts.Select(fact => fact.Producer.Id)),
        Sorted(facts.SelectMany(fact => fact.Arguments.Select(argument => argument.Role))));

    private static ImmutableArray<string> Sorted(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
