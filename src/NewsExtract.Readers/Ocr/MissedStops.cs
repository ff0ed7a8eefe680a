using System.Collections.Immutable;

namespace NewsExtract.Readers.Ocr;

/// <summary>Adds full stops that an engine passes over: 33.6%　2016年, with a ring printed in the white.</summary>
internal static class MissedStops
{
    /// <summary>Ems of white between two cells that may have a ring in it; at the end of a line less is seen.</summary>
    private const float LeastGap = 0.5f;
    private const float LeastRest = 0.3f;

    /// <summary>Ems.</summary>
    private const float LeastRing = 0.18f;
    private const float LargestRing = 0.34f;

    /// <summary>No engine says how sure it is.</summary>
    private const float Confidence = 0.5f;

    /// <param name="em">As a share of the line's length.</param>
    public static OcrLine Add(OcrLine line, float em, LineInk ink)
    {
        var characters = line.Characters.ToBuilder();
        for (var i = characters.Count - 1; i >= 0; i--)
        {
            var character = characters[i];
            var isLast = i == characters.Count - 1;
            if (!(char.IsLetterOrDigit(character.Text[0]) || character.Text[0] == '%') || (!isLast && characters[i + 1].Text == " "))
            {
                continue;
            }

            var start = Middle(character) + (Half(character) * em);
            var end = isLast ? 1 : Middle(characters[i + 1]) - (Half(characters[i + 1]) * em);
            if (end - start < (isLast ? LeastRest : LeastGap) * em)
            {
                continue;
            }

            end = Math.Min(end, start + em);
            var (width, height, isHollow) = ink.Extent(start + (em * 0.05f), isLast ? end : end - (em * 0.05f));
            var pixels = em * ink.Length;
            if (isHollow && Math.Min(width, height) >= LeastRing * pixels && Math.Max(width, height) <= LargestRing * pixels)
            {
                characters.Insert(i + 1, new OcrCharacter("。", start, end, Confidence));
            }
        }

        return characters.Count == line.Characters.Length ? line : line with { Characters = characters.ToImmutable() };
    }

    private static float Middle(OcrCharacter character) => (character.Start + character.End) / 2;

    private static float Half(OcrCharacter character) => character.Text[0] < 0x2000 ? 0.25f : 0.5f;
}
