using AngleSharp.Dom;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Html;

/// <summary>The words of an element's class and id: article-content, newsTitle, TRS_Editor.</summary>
internal static class ZoneWords
{
    private const int LongestName = 120;

    public static bool Hold(IElement element, WordList words) => Hold(element.GetAttribute("class"), words) || Hold(element.GetAttribute("id"), words);

    private static bool Hold(string? name, WordList words)
    {
        if (name is null || name.Length > LongestName)
        {
            return false;
        }

        Span<char> word = stackalloc char[LongestName];
        var length = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : ' ';
            var isLetter = char.IsAsciiLetter(c) || c > '\u3000';
            var begins = char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(name[i - 1]);
            if ((!isLetter || begins) && length > 0)
            {
                if (words.Contains(word[..length]))
                {
                    return true;
                }

                length = 0;
            }

            if (isLetter)
            {
                word[length++] = char.ToLowerInvariant(c);
            }
        }

        return false;
    }
}
