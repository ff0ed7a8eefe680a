using System.Collections.Immutable;

namespace NewsExtract.Extraction.FactTypes;

/// <summary>When two facts of one type say the same.</summary>
/// <param name="Roles">Must have equal values.</param>
internal sealed record FactIdentity(params ImmutableArray<string> Roles)
{
    /// <summary>What must hold beside equal roles; nothing unless set.</summary>
    public Func<Fact, Fact, bool> Agrees { get; init; } = static (_, _) => true;

    /// <summary>How much a fact says: of two that say the same, the one that says more stays.</summary>
    public Func<Fact, int> Fullness { get; init; } = static _ => 0;

    /// <summary>A value that facts of equal <see cref="Roles"/> share; <c>null</c> where one is missing, as a type of the user's by the same name may have it.</summary>
    public string? KeyOf(Fact fact) => Roles.Any(role => fact.Find(role) is null) ? null : string.Join('\n', Roles.Select(role => fact.Find(role)?.Value switch
    {
        ArgumentValue.Text text => text.Value,
        ArgumentValue.List list => string.Join('\t', list.Values),
        ArgumentValue.Number number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException($"an unknown value {other}"),
    }).Prepend(fact.Type));
}
