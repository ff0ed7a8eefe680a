namespace NewsExtract.Readers.Pages;

[Flags]
internal enum GlyphTraits : byte
{
    None = 0,

    /// <summary>A heavy face, by the font's name, weight or stroke.</summary>
    Bold = 1,

    /// <summary>Set in a vertical writing mode: the next glyph stands below.</summary>
    Vertical = 2,

    /// <summary>The source has a blank between the glyph before in content order and this one.</summary>
    SpaceBefore = 4,
}

/// <summary>A printed character of a page; blanks are none, see <see cref="GlyphTraits.SpaceBefore"/>.</summary>
/// <param name="Text">One character as a rule, two UTF-16 units outside the basic plane, more for a ligature; never empty or blank.</param>
/// <param name="Box">The em box: as high (or, set vertically, as wide) as the type size and as long as the advance.</param>
/// <param name="Size">Type size in points as printed.</param>
/// <param name="Font">Tells faces of one document apart; 0 when unknown.</param>
/// <param name="Confidence">In [0, 1] as OCR gave it; 1 for text that the file holds.</param>
internal readonly record struct Glyph(string Text, Box Box, float Size, GlyphTraits Traits, ushort Font = 0, float Confidence = 1)
{
    public bool IsVertical => (Traits & GlyphTraits.Vertical) != 0;

    public bool IsBold => (Traits & GlyphTraits.Bold) != 0;

    public bool HasSpaceBefore => (Traits & GlyphTraits.SpaceBefore) != 0;
}
