using NewsExtract.Learning.Neural;

namespace NewsExtract.Learning.Features;

/// <summary>
/// What LAC-small takes each character for, as a feature: it was trained on far more text than there are marked bulletins, so it
/// knows words and names that they do not hold. models/lac.md is its card.
/// </summary>
internal static class CharacterTags
{
    /// <summary>Stands in the manifest of a model that was trained with these tags.</summary>
    public const string Id = "lac-small@1";

    private static readonly Lazy<LacTagger> s_tagger = new(LacTagger.LoadShipped);

    /// <summary>Loads the tagger now instead of with the first text.</summary>
    public static LacTagger Load() => s_tagger.Value;

    /// <returns>For each UTF-16 unit the tag's number from 1; 0 outside words.</returns>
    public static byte[] Read(ArticleText text)
    {
        var tagger = Load();
        var tags = tagger.Tag(text.Text);
        foreach (ref var tag in tags.AsSpan())
        {
            tag = tag == tagger.Outside ? (byte)0 : (byte)(tag + 1);
        }

        return tags;
    }
}
