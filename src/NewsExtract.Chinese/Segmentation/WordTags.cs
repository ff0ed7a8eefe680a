namespace NewsExtract.Chinese.Segmentation;

/// <summary>Parts of speech, in jieba's letters.</summary>
internal static class WordTags
{
    public const string Number = "m";
    public const string Latin = "eng";

    /// <summary>The dictionary's tag, else one by the characters, else <c>null</c>.</summary>
    public static string? Of(SegmentationModel model, ReadOnlySpan<char> word) =>
        model.TryFind(word, out var entry) && entry != 0 ? model.EntryTags[entry] : OfUnknown(word);

    /// <summary>As in the original, digits and points alone are a number (and here with %), anything else that begins with a letter or digit is Latin.</summary>
    public static string? OfUnknown(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !WordCharacters.IsLetterOrDigit(word[0]))
        {
            return null;
        }

        foreach (var character in word)
        {
            if (!WordCharacters.IsDigit(character) && character is not ('.' or '%'))
            {
                return Latin;
            }
        }

        return Number;
    }
}
