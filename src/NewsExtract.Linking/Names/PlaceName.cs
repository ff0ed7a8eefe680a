using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Linking.Names;

/// <summary>The place that opens a name: 山西省太原市 of 山西省太原市商务局.</summary>
/// <param name="Length">What it takes of the name; 0 when no place stands there.</param>
/// <param name="FullName">Of the last division: 太原市; a place outside China, or one whose full form is not known, as it stands.</param>
/// <param name="Whole">The division before the last one, in full; <c>null</c> when there is one only.</param>
internal readonly record struct PlaceName(int Length, string FullName, string? Whole)
{
    /// <param name="text">Folded.</param>
    public static PlaceName Read(string text)
    {
        var place = new PlaceName(0, "", null);
        while (place.Length < text.Length)
        {
            var match = Gazetteer.Shared.Longest(text, place.Length);
            var isFirst = place.Length == 0;
            if (!match.IsFound || match.Level == PlaceLevel.Region || (isFirst && match.NeedsCompany && match.Length < text.Length))
            {
                break;
            }

            var found = text.Substring(place.Length, match.Length);
            var full = DivisionTree.Shared.FullName(found);
            if (!isFirst && (full is null || !LiesIn(full, place.FullName)))
            {
                break;
            }

            place = new PlaceName(place.Length + match.Length, full ?? found, isFirst ? null : place.FullName);
        }

        return place;
    }

    /// <summary>Whether <paramref name="part"/> lies in <paramref name="whole"/>, at whatever depth, or is it; both in full.</summary>
    public static bool LiesIn(string part, string whole) =>
        part == whole || DivisionTree.Shared.WholesOf(part).Any(above => LiesIn(above, whole));

    /// <summary>The city or county and the city that it lies in; none of a province.</summary>
    public static IEnumerable<string> TownsOf(string fullName)
    {
        var tree = DivisionTree.Shared;
        if (tree.IsProvince(fullName))
        {
            return [];
        }

        return tree.WholesOf(fullName) is [var whole] && !tree.IsProvince(whole) ? [fullName, whole] : [fullName];
    }

    /// <summary>A name of the place that no other has: 桥西区 lies in several cities.</summary>
    /// <returns><c>null</c> when it can't be told which is meant.</returns>
    public string? Key(ArticleHome home)
    {
        var wholes = DivisionTree.Shared.WholesOf(FullName);
        if (wholes.Length < 2)
        {
            return FullName;
        }

        foreach (var near in (string?[])[Whole, home.City, home.Province])
        {
            if (near is not null && wholes.Where(whole => LiesIn(whole, near)).ToList() is [var only])
            {
                return only + FullName;
            }
        }

        return null;
    }
}
