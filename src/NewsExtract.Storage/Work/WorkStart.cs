namespace NewsExtract.Storage.Work;

/// <summary>Whether a worker may begin on what the queue gave it.</summary>
public enum WorkStartKind
{
    /// <summary>It is this worker's now.</summary>
    Begun,

    /// <summary>It was begun before by a worker that ended in the middle of it: whoever begins on it again should do nothing else meanwhile.</summary>
    Suspect,

    /// <summary>A worker that lives is doing it.</summary>
    Busy,

    /// <summary>It came to an end, or nobody wants it any more.</summary>
    Finished,

    /// <summary>It was begun as often as it may be, and every worker ended in the middle of it.</summary>
    Spent,
}

/// <summary>The right to do a path, and to write what came of it.</summary>
/// <param name="Attempts">How often it was begun, this time included; what is written under an earlier count is refused.</param>
public sealed record WorkClaim(WorkItem Item, string Worker, int Attempts);

/// <param name="Claim">Of <see cref="WorkStartKind.Begun"/> and <see cref="WorkStartKind.Spent"/>.</param>
public sealed record WorkStart(WorkStartKind Kind, WorkClaim? Claim);
