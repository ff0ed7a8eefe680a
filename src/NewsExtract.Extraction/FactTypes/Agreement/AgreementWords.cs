using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Agreement;

/// <summary>The sections of <c>agreement.lex.txt</c>, loaded once.</summary>
internal static class AgreementWords
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_sections = new(() => LexiconSection.ReadAll("FactTypes/Agreement/agreement.lex.txt"));

    public static LexiconSection Signing => s_sections.Value["signing"];

    public static LexiconSection Ceremonies => s_sections.Value["ceremonies"];

    public static LexiconSection Heads => s_sections.Value["heads"];

    public static LexiconSection ClosingHeads => s_sections.Value["closing-heads"];

    public static LexiconSection Joints => s_sections.Value["joints"];

    public static LexiconSection Together => s_sections.Value["together"];

    public static LexiconSection Sides => s_sections.Value["sides"];
}
