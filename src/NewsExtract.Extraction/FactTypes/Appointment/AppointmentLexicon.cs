using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>The vocabulary of <c>appointment.lex.txt</c>, read once.</summary>
internal static class AppointmentLexicon
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_sections =
        new(() => LexiconSection.ReadAll("FactTypes/Appointment/appointment.lex.txt"));

    /// <summary>Words that may stand between name and verb: 正式.</summary>
    public static LexiconSection Between => s_sections.Value["between"];

    /// <summary>Words that open a reason: 因.</summary>
    public static LexiconSection Reasons => s_sections.Value["reasons"];

    /// <summary>Forms of address after a name: 先生.</summary>
    public static LexiconSection Forms => s_sections.Value["forms"];

    /// <summary>Verbs before whoever leaves: 接替.</summary>
    public static LexiconSection Succeeds => s_sections.Value["succeeds"];

    /// <summary>What stands between a post and 由 of whoever takes it over: 职务，现.</summary>
    public static LexiconSection PassedOn => s_sections.Value["passed-on"];

    /// <summary>Words for the office after title or name: 职务.</summary>
    public static LexiconSection Offices => s_sections.Value["offices"];

    /// <summary>Adverbs before 由: 仍.</summary>
    public static LexiconSection ByAdverbs => s_sections.Value["by-adverbs"];

    /// <summary>Words by which a sentence tells of an election: 选举.</summary>
    public static LexiconSection Elections => s_sections.Value["elections"];

    /// <summary>What leads to a list of names: 他们是.</summary>
    public static LexiconSection Lists => s_sections.Value["lists"];

    /// <summary>What puts the name after the post: 当选主席|的是|李明.</summary>
    public static LexiconSection Inversions => s_sections.Value["inversions"];

    /// <summary>Verbs by which 原董事长李明 leaves: 改任.</summary>
    public static LexiconSection MovedOn => s_sections.Value["moved-on"];
}
