namespace NewsExtract.Extraction.Discourse;

/// <summary>The vocabulary of <c>discourse.lex.txt</c>, read once.</summary>
internal static class DiscourseLexicon
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_sections =
        new(() => LexiconSection.ReadAll("Discourse/discourse.lex.txt"));

    /// <summary>What may stand between an organisation and the title: 原, 新任.</summary>
    public static LexiconSection TitleModifiers => s_sections.Value["title-modifiers"];

    /// <summary>Beginnings of titles that name their own level of government: 市委, 副省长.</summary>
    public static LexiconSection LevelTitles => s_sections.Value["level-titles"];

    /// <summary>Ends of titles that say what someone does, not for whom: 工程师.</summary>
    public static LexiconSection Professions => s_sections.Value["professions"];

    /// <summary>Nouns that stand for an organisation named before: 公司=company.</summary>
    public static LexiconSection OrganizationNouns => s_sections.Value["organization-nouns"];

    /// <summary>Ends of titles with the kind of organisation that has them: 董事长=company.</summary>
    public static LexiconSection TitleKinds => s_sections.Value["title-kinds"];

    /// <summary>Ends of organisation names with their kind: 有限公司=company.</summary>
    public static LexiconSection OrganizationKinds => s_sections.Value["organization-kinds"];

    /// <summary>Words before a subject that leave it the subject: 会上, 其中, 省领导.</summary>
    public static LexiconSection LeadIns => s_sections.Value["lead-ins"];

    /// <summary>Ends of phrases before a subject that leave it the subject: …期间, …上.</summary>
    public static LexiconSection LeadInEnds => s_sections.Value["lead-in-ends"];

    /// <summary>Words right before a name that make it something else than the subject: 受, 据, 由.</summary>
    public static LexiconSection ObjectMarkers => s_sections.Value["object-markers"];

    /// <summary>What may follow a name in a list: 同志, 等, 一行.</summary>
    public static LexiconSection ListTails => s_sections.Value["list-tails"];

    /// <summary>Verbs of a sentence that says that an event takes place: 举行.</summary>
    public static LexiconSection HoldingVerbs => s_sections.Value["holding-verbs"];

    /// <summary>Verbs of acts that an occasion is made of when no event is named: 签署.</summary>
    public static LexiconSection OccasionVerbs => s_sections.Value["occasion-verbs"];

    /// <summary>Words of what is still to come: 预计, 将.</summary>
    public static LexiconSection PlanWords => s_sections.Value["plan-words"];

    /// <summary>Verbs of learning something at an event: 获悉.</summary>
    public static LexiconSection SourceVerbs => s_sections.Value["source-verbs"];

    /// <summary>Nouns that end the name of an event: 仪式.</summary>
    public static LexiconSection EventHeads => s_sections.Value["event-heads"];

    /// <summary>Events that say no more than that one was named before: 会议, 活动.</summary>
    public static LexiconSection VagueEvents => s_sections.Value["vague-events"];

    /// <summary>Sessions of a named event that count as events of their own: 闭幕式.</summary>
    public static LexiconSection EventParts => s_sections.Value["event-parts"];

    /// <summary>Words that can't be part of an event's name and so bound it to the left.</summary>
    public static LexiconSection EventBounds => s_sections.Value["event-bounds"];

    /// <summary>Dates that say the day told of: 当天.</summary>
    public static LexiconSection SameDayWords => s_sections.Value["same-day-words"];

    /// <summary>Signs of a date that a day can be told from: 日, 今天.</summary>
    public static LexiconSection DayWords => s_sections.Value["day-words"];
}
