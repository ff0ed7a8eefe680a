using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Establishment;

/// <summary>The sections of <c>establishment.lex.txt</c>, loaded once.</summary>
internal static class EstablishmentWords
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_sections = new(() => LexiconSection.ReadAll("FactTypes/Establishment/establishment.lex.txt"));

    public static LexiconSection Founding => s_sections.Value["founding"];

    public static LexiconSection Founded => s_sections.Value["founded"];

    public static LexiconSection Opening => s_sections.Value["opening"];

    public static LexiconSection Renaming => s_sections.Value["renaming"];

    public static LexiconSection Heads => s_sections.Value["heads"];

    public static LexiconSection Plans => s_sections.Value["plans"];

    public static LexiconSection Parts => s_sections.Value["parts"];

    public static LexiconSection Between => s_sections.Value["between"];

    public static LexiconSection Ceremonies => s_sections.Value["ceremonies"];

    public static LexiconSection Sites => s_sections.Value["sites"];

    public static LexiconSection Listings => s_sections.Value["listings"];

    public static LexiconSection Joint => s_sections.Value["joint"];
}
