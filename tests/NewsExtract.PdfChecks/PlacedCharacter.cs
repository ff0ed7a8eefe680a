using System.Text;
using NewsExtract.Readers.Pages;

namespace NewsExtract.PdfChecks;

/// <summary>A character and its em box; <paramref name="Page"/> is 1-based.</summary>
internal readonly record struct PlacedCharacter(int Page, Rune Character, Box Box)
{
    /// <summary>The characters of a document that was read from pages, in order; blanks have no box and are left out.</summary>
    public static IEnumerable<PlacedCharacter> Of(Document document)
    {
        if (document.Layout is not PrintedLayout layout)
        {
            yield break;
        }

        foreach (var line in layout.Lines)
        {
            var position = line.Span.Start;
            foreach (var rune in document.Text.AsSpan(line.Span.Start, line.Span.Length).ToString().EnumerateRunes())
            {
                var box = layout.CharacterBoxes[position];
                if (box != default)
                {
                    yield return new PlacedCharacter(line.Page, rune, box);
                }

                position += rune.Utf16SequenceLength;
            }
        }
    }
}
