using System.Collections.Immutable;

namespace NewsExtract.Extraction.FactTypes.Declared;

/// <summary>A declared fact type that was found to make sense. Immutable.</summary>
/// <param name="Identity">When two of its facts say the same; <c>null</c> where each stands for itself.</param>
/// <param name="Version">Of the file, in the producer of each fact.</param>
internal sealed record DeclaredFactType(FactDefinition Definition, ImmutableArray<DeclaredRole> Roles, ImmutableArray<DeclaredTrigger> Triggers, FactIdentity? Identity, string Version)
{
    public string ProducerOf(DeclaredTrigger trigger) => $"rule:fact.{Definition.Name}.{trigger.Id}";
}
