using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Linking.Contradictions;

/// <summary>Reads what the words around a figure say of it.</summary>
internal static class FigureLexicon
{
    private static readonly ILookup<string, string> s_words = LexiconFile.Read(typeof(FigureLexicon).Assembly, "Contradictions/cues.lex.txt").ToLookup(static entry => entry.Section, static entry => entry.Word, StringComparer.Ordinal);

    private static readonly ImmutableArray<string> s_limits = [.. s_words["limits"].OrderByDescending(static word => word.Length).ThenBy(static word => word, StringComparer.Ordinal)];

    /// <param name="context">From the figure before, or the beginning of the sentence, to the end of the evidence.</param>
    public static FigureCues Read(string context) => new(
        HasAny(context, "total"),
        HasAny(context, "new"),
        HasAny(context, "listed"),
        HasAny(context, "corrected"),
        string.Join(' ', s_limits.Where(word => context.Contains(word, StringComparison.Ordinal)).Order(StringComparer.Ordinal)));

    private static bool HasAny(string context, string section) => s_words[section].Any(word => context.Contains(word, StringComparison.Ordinal));
}
