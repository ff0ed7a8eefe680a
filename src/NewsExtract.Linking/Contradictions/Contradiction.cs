namespace NewsExtract.Linking.Contradictions;

/// <summary>How two figures of one thing differ.</summary>
public enum ContradictionClass
{
    /// <summary>A headline rounds its text, or a later article tells of the same period again.</summary>
    Restated,

    /// <summary>One may be the other, rounded.</summary>
    Rounding,

    /// <summary>One is of all up to now, the other of what came.</summary>
    Cumulative,

    /// <summary>One is of a part, or of another kind, as words beside it say.</summary>
    Scope,

    /// <summary>Subject, measure, unit, period and modality agree, and no rounding makes them one.</summary>
    Conflict,

    /// <summary>A part is more than the whole.</summary>
    Part,

    /// <summary>All parts together are not the whole.</summary>
    Sum,
}

/// <summary>Two figures that can't both be, or seem so.</summary>
/// <param name="First">The earlier; of parts the whole.</param>
/// <param name="Second">The later; the part, or the last of the parts.</param>
/// <param name="Detail">What was reckoned: 20 + 10 + 5 = 35; empty where the values say all.</param>
public sealed record Contradiction(ContradictionClass Class, Figure First, Figure Second, string Detail = "");
