using System.Text;
using NewsExtract.Readers.Pages;

namespace NewsExtract.PdfChecks;

/// <summary>How many characters of a file stand where they truly are.</summary>
/// <param name="True">Han characters whose true place is known.</param>
/// <param name="Absent">Of these, those that the document does not hold on that page.</param>
/// <param name="Covered">Those whose box covers the true em box but for a point at each side.</param>
/// <param name="Exact">Those whose box also sticks out by a point at most.</param>
/// <param name="Sample">The first that is not covered, for a person to look at; <c>null</c> when all are.</param>
internal sealed record BoxScore(int True, int Absent, int Covered, int Exact, string? Sample)
{
    private const float Tolerance = 1;

    /// <summary>Holds each true character against the same character that stands nearest to it.</summary>
    public static BoxScore Of(IEnumerable<PlacedCharacter> truth, IEnumerable<PlacedCharacter> found)
    {
        var places = found.ToLookup(character => (character.Page, character.Character), character => character.Box);
        int count = 0, absent = 0, covered = 0, exact = 0;
        string? sample = null;
        foreach (var character in truth.Where(character => IsHan(character.Character)))
        {
            count++;
            var candidates = places[(character.Page, character.Character)];
            if (!candidates.Any())
            {
                absent++;
                continue;
            }

            var box = candidates.MinBy(candidate => Distance(candidate, character.Box));
            if (Covers(box, character.Box))
            {
                covered++;
                exact += Covers(character.Box, box) ? 1 : 0;
            }
            else
            {
                sample ??= $"page {character.Page} {character.Character}: {Show(box)}, true {Show(character.Box)}";
            }
        }

        return new BoxScore(count, absent, covered, exact, sample);
    }

    private static bool Covers(Box box, Box inner) => box.Left <= inner.Left + Tolerance && box.Right >= inner.Right - Tolerance
        && box.Bottom <= inner.Bottom + Tolerance && box.Top >= inner.Top - Tolerance;

    private static float Distance(Box one, Box two) => Math.Abs(one.CenterX - two.CenterX) + Math.Abs(one.CenterY - two.CenterY);

    private static string Show(Box box) => FormattableString.Invariant($"{box.Left:F1} {box.Bottom:F1} {box.Right:F1} {box.Top:F1}");

    private static bool IsHan(Rune character) => HanText.IsHan(character.Value);
}
