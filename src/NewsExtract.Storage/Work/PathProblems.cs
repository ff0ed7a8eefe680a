namespace NewsExtract.Storage.Work;

/// <summary>Reasons for which nothing came of a path that say nothing of its bytes: another path of the same may be read, or the same path another time.</summary>
public static class PathProblems
{
    // It is not there, or can't be opened: by this machine, now.
    private static readonly string[] s_unread = ["NX2001", "NX2002"];

    // Or has other bytes now.
    private static readonly string[] s_all = [.. s_unread, "NX5004"];

    /// <summary>Whether a path came to nothing for such a reason.</summary>
    public static bool Has(Diagnostic? problem) => Has(problem?.Code);

    /// <summary>Whether the bytes could not be read where it was tried.</summary>
    public static bool IsUnread(Diagnostic? problem) => problem is not null && s_unread.Contains(problem.Code, StringComparer.Ordinal);

    internal static bool Has(string? code) => code is not null && s_all.Contains(code, StringComparer.Ordinal);
}
