using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Linking.Names;

/// <summary>The name of a body as those of firms are built: a place, what it is called by, what it is.</summary>
/// <param name="Place">In full; <c>null</c> when the name opens with none.</param>
/// <param name="Own">The name behind its place.</param>
internal sealed record FirmName(int Node, string? Place, string Own, bool IsFull)
{
    private const int ShortestGuess = 3;
    private const int LongestGuess = 10;

    /// <summary>What firms are called by: the two characters behind the place.</summary>
    public string Brand => Own[..2];

    /// <summary>Whether it is of a length that may be guessed from.</summary>
    public bool MayBeShort { get; private init; }

    /// <param name="key">Of the reading.</param>
    /// <returns><c>null</c> for a name that calls nothing its own.</returns>
    public static FirmName? Read(string key, int node)
    {
        var place = PlaceName.Read(key);
        var own = key[place.Length..];
        if (own.Length < 2 || OrganizationSuffixes.Shared.Has("trade", own[..2]) || OrganizationSuffixes.Shared.Has("firm", own[..2]))
        {
            return null;
        }

        var isFull = own.Contains("有限", StringComparison.Ordinal) || own.EndsWith("股份公司", StringComparison.Ordinal) || own.EndsWith("集团公司", StringComparison.Ordinal);
        return new FirmName(node, place.Length > 0 ? place.FullName : null, own, isFull) { MayBeShort = !isFull && key.Length is >= ShortestGuess and <= LongestGuess };
    }

    public bool IsShortFor(FirmName firm) =>
        (Place is null || Place == firm.Place) && firm.Own.StartsWith(Brand, StringComparison.Ordinal) && ShortForms.Abbreviates(Own, firm.Own);
}
