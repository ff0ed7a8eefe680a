namespace NewsExtract.Core;

/// <summary>What a person did with a fact or mention; what nobody looked at has no mark, and what a person rejected is not in the record.</summary>
public static class ReviewMark
{
    /// <summary>Found right as it was.</summary>
    public const string Accepted = "accepted";

    /// <summary>Put right.</summary>
    public const string Edited = "edited";

    /// <summary>Not found by the program.</summary>
    public const string Added = "added";
}
