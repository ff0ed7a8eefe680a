namespace NewsExtract.Chinese.Normalization;

/// <summary>What searches take for one: Traditional and Simplified, full and half width, variants, capitals.</summary>
public static class SearchFolding
{
    /// <summary>
    /// Folds text and query alike, one UTF-16 unit for one. Character by character, without the phrases of the view: 乾隆 must be found by
    /// who asks for 乾隆, and whether what stands around it is Traditional is not known of a query.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (folded, text) =>
        {
            var folds = CharacterFolds.Default;
            for (var i = 0; i < text.Length; i++)
            {
                folded[i] = char.ToLowerInvariant(folds.FoldTraditional(text[i]));
            }
        });
    }
}
