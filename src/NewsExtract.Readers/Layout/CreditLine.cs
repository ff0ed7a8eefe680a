namespace NewsExtract.Readers.Layout;

/// <summary>What a person is credited with.</summary>
internal enum CreditRole
{
    Author,

    /// <summary>通讯员, 实习生: helped with the text.</summary>
    Correspondent,
    Photographer,
    Editor,
}

/// <summary>A name in a byline.</summary>
internal readonly record struct Credit(CreditRole Role, TextSpan Name);

/// <summary>A byline taken apart.</summary>
/// <param name="HasRole">A credit word (记者, 文/, 责编) stands in it.</param>
/// <param name="HasOrganization">A paper or office stands in it.</param>
/// <param name="Organization">The paper before 记者, where one is named.</param>
internal sealed record CreditLine(List<Credit> Credits, bool HasRole, bool HasOrganization, string? Organization)
{
    public bool HasAuthor => Credits.Exists(credit => credit.Role == CreditRole.Author);

    public bool IsEditorial => HasRole && !HasAuthor && Credits.TrueForAll(credit => credit.Role is CreditRole.Editor or CreditRole.Photographer)
        && (Credits.Count == 0 || Credits.Exists(credit => credit.Role == CreditRole.Editor));
}
