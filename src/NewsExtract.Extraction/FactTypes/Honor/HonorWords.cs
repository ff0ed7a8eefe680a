using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Honor;

/// <summary>The sections of <c>honor.lex.txt</c>, loaded once.</summary>
internal static class HonorWords
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_sections = new(() => LexiconSection.ReadAll("FactTypes/Honor/honor.lex.txt"));

    public static LexiconSection Winning => s_sections.Value["winning"];

    public static LexiconSection Being => s_sections.Value["being"];

    public static LexiconSection Granting => s_sections.Value["granting"];

    public static LexiconSection Announced => s_sections.Value["announced"];

    public static LexiconSection Listed => s_sections.Value["listed"];

    public static LexiconSection Tails => s_sections.Value["tails"];

    public static LexiconSection Equating => s_sections.Value["equating"];

    public static LexiconSection Going => s_sections.Value["going"];

    public static LexiconSection Personal => s_sections.Value["personal"];

    public static LexiconSection Institutional => s_sections.Value["institutional"];

    public static LexiconSection Denials => s_sections.Value["denials"];

    public static LexiconSection Places => s_sections.Value["places"];

    public static LexiconSection Respectively => s_sections.Value["respectively"];
}
