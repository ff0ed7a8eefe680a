using System.Collections.Immutable;

namespace NewsExtract;

/// <summary>What came of the examples of a file.</summary>
/// <param name="Examples">How many were run, counter-examples among them.</param>
/// <param name="Failures">One line (NX1214) for each that gives other facts than it should.</param>
public sealed record FactTypeExamples(int Examples, ImmutableArray<Diagnostic> Failures);
