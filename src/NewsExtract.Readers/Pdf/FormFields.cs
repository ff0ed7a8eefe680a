using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsExtract.Readers.Pages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Tokens;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace NewsExtract.Readers.Pdf;

/// <summary>
/// The text that was filled into a page's form, and notes typed on the page: no part of what the page itself draws, though it is
/// seen on it. It is set anew in the rectangle of its field: where its lines break is near enough.
/// </summary>
internal sealed partial class FormFields(PdfDocument document)
{
    /// <summary>Of the tree of fields.</summary>
    private const int MostLevels = 32;

    /// <summary>Characters of one field that are read.</summary>
    private const int MostCharacters = 20_000;

    // Bits of /Ff.
    private const int Multiline = 1 << 12;
    private const int Password = 1 << 13;
    private const int Combo = 1 << 17;

    // Where the field leaves the size to the viewer.
    private const float UsualSize = 12;
    private const float Margin = 2;
    private const float Leading = 1.2f;

    public List<Glyph> Read(PdfPage page)
    {
        var glyphs = new List<Glyph>();
        foreach (var annotation in page.GetAnnotations())
        {
            if ((annotation.Flags & (AnnotationFlags.Hidden | AnnotationFlags.NoView)) != 0)
            {
                continue;
            }

            var entries = annotation.AnnotationDictionary;
            var flags = Find(entries, "Ff") is NumericToken number ? number.Int : 0;
            var text = annotation.Type switch
            {
                AnnotationType.Widget => Value(entries, flags),
                AnnotationType.FreeText => Text(Find(entries, "Contents")),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(text))
            {
                Set(glyphs, text, ScannedPagePictures.BoxOf(annotation.Rectangle), Size(Text(Find(entries, "DA"))), isOneLine: annotation.Type == AnnotationType.Widget && (flags & Multiline) == 0 && !text.Contains('\n', StringComparison.Ordinal));
            }
        }

        return glyphs;
    }

    private string? Value(DictionaryToken field, int flags) => Find(field, "FT") switch
    {
        NameToken { Data: "Tx" } when (flags & Password) == 0 => Text(Find(field, "V")),
        // A list shows all that may be chosen; a box that drops down, what was.
        NameToken { Data: "Ch" } when (flags & Combo) == 0 => string.Join('\n', Options(field).Select(static option => option.Shown)),
        NameToken { Data: "Ch" } when Text(Find(field, "V")) is { } value => Options(field).FirstOrDefault(option => option.Value == value).Shown ?? value,
        _ => null,
    };

    private IEnumerable<(string Value, string Shown)> Options(DictionaryToken field)
    {
        foreach (var option in Find(field, "Opt") is ArrayToken options ? options.Data.Select(Resolve) : [])
        {
            if (option is ArrayToken { Length: 2 } pair && Text(Resolve(pair.Data[0])) is { } value && Text(Resolve(pair.Data[1])) is { } shown)
            {
                yield return (value, shown);
            }
            else if (Text(option) is { } both)
            {
                yield return (both, both);
            }
        }
    }

    // What a field lacks its parent has.
    private IToken? Find(DictionaryToken field, string key)
    {
        var owner = field;
        for (var level = 0; level < MostLevels; level++)
        {
            if (owner.Data.TryGetValue(key, out var token))
            {
                return Resolve(token);
            }

            if (!owner.Data.TryGetValue("Parent", out var parent) || Resolve(parent) is not DictionaryToken next)
            {
                return null;
            }

            owner = next;
        }

        return null;
    }

    private IToken? Resolve(IToken token) => token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;

    private static string? Text(IToken? token) => token switch
    {
        StringToken text => text.Data.ReplaceLineEndings("\n"),
        HexToken text => text.Data.ReplaceLineEndings("\n"),
        _ => null,
    };

    // /F0 12 Tf 0 g
    private static float? Size(string? appearance) =>
        appearance is not null && FontSize().Match(appearance) is { Success: true } found && float.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var size && size > 0 ? size : null;

    private static void Set(List<Glyph> glyphs, string text, Box field, float? given, bool isOneLine)
    {
        var size = MathF.Min(given ?? UsualSize, MathF.Max(1, field.Height));
        var (x, top) = (field.Left + Margin, isOneLine ? field.CenterY + (size / 2) : field.Top - Margin);
        foreach (var character in text.EnumerateRunes().Take(MostCharacters))
        {
            // Chinese is as wide as high, Latin letters about half.
            var advance = character.Value >= 0x2E80 ? size : size / 2;
            if (character.Value == '\n' || (!isOneLine && x + advance > field.Right && x > field.Left + Margin))
            {
                (x, top) = (field.Left + Margin, top - (size * Leading));
            }

            if (!Rune.IsControl(character))
            {
                glyphs.Add(new Glyph(character.ToString(), new Box(x, top - size, x + advance, top), size, GlyphTraits.None));
                x += advance;
            }
        }
    }

    [GeneratedRegex(@"(\d{1,4}(?:\.\d{0,6})?)\s+Tf")]
    private static partial Regex FontSize();
}
