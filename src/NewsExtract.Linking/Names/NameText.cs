using System.Buffers;
using NewsExtract.Chinese.Normalization;

namespace NewsExtract.Linking.Names;

/// <summary>Names as they are compared.</summary>
internal static class NameText
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create("()（）[]【】“”\"'‘’「」《》 \u3000");

    /// <summary>Traditional and Simplified, full and half width made one; without brackets, quotes and blanks: 山西云岭（集团）有限公司.</summary>
    public static string Fold(string name)
    {
        var folded = SearchFolding.Fold(name);
        return folded.AsSpan().IndexOfAny(s_marks) < 0 ? folded : string.Concat(folded.Where(static character => !s_marks.Contains(character)));
    }
}
