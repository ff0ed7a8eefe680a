using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>The vocabulary of <c>participation.lex.txt</c>, read once.</summary>
internal static class ParticipationLexicon
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_sections =
        new(() => LexiconSection.ReadAll("FactTypes/Participation/participation.lex.txt"));

    /// <summary>Nouns for the people around a leader or guest: 考察团, 客人.</summary>
    public static LexiconSection Delegations => s_sections.Value["delegations"];

    /// <summary>How a clause opens whose subject stands in an earlier one.</summary>
    public static LexiconSection ElidedOpenings => s_sections.Value["elided"];

    /// <summary>What stands before the place of a visit: 到, 深入.</summary>
    public static LexiconSection PlacePrepositions => s_sections.Value["visit-places"];

    /// <summary>Activities one takes part in: 调研, 验收.</summary>
    public static LexiconSection Activities => s_sections.Value["activities"];

    /// <summary>Verbs of visiting that are everyday verbs, too: 查看.</summary>
    public static LexiconSection WeakVisits => s_sections.Value["weak-visits"];

    /// <summary>Words that show that someone went there: 到场.</summary>
    public static LexiconSection Going => s_sections.Value["going"];

    /// <summary>Phrases for the occasion told of before: 在会上.</summary>
    public static LexiconSection AtTheOccasion => s_sections.Value["at-the-occasion"];

    /// <summary>Ends of what leads to a list of participants: 的有.</summary>
    public static LexiconSection ListOpenings => s_sections.Value["list-openings"];

    /// <summary>Words by which whoever stands after 与 does what the subject does: 一道.</summary>
    public static LexiconSection Together => s_sections.Value["together"];

    /// <summary>Words of a visit to where the paper is from: 来我县.</summary>
    public static LexiconSection Coming => s_sections.Value["coming"];

    /// <summary>Words that make the subject the head of a delegation: 率.</summary>
    public static LexiconSection Leading => s_sections.Value["leading"];
}
