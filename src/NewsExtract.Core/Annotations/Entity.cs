using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>What several mentions of one article refer to.</summary>
/// <param name="Name">The longest name the article gives, in the source's own characters.</param>
/// <param name="Mentions">Indexes into <see cref="FactContext.Mentions"/>, ascending.</param>
public sealed record Entity(EntityType Type, string Name, ImmutableArray<string> Aliases, ImmutableArray<int> Mentions);
