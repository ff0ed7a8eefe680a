namespace NewsExtract.Storage;

/// <summary>What became of a path, to be written whole.</summary>
/// <param name="Document"><c>null</c> when the store keeps what it has.</param>
public sealed record InputOutcome(InputEntry Input, PreparedDocument? Document, RunEntry Run)
{
    internal InputOutcome AsDuplicate() => new(
        Input with { Status = InputStatus.Duplicate, Problem = null },
        null,
        Run with { Outcome = RunOutcome.Duplicate, Articles = 0, Facts = 0, Problem = null });
}
