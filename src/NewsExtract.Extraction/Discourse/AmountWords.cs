namespace NewsExtract.Extraction.Discourse;

/// <summary>The sections of <c>amounts.lex.txt</c>, loaded once.</summary>
internal static class AmountWords
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_sections = new(() => LexiconSection.ReadAll("Discourse/amounts.lex.txt"));

    public static LexiconSection Stages => s_sections.Value["stages"];

    public static LexiconSection SigningAmounts => s_sections.Value["signing-amounts"];

    public static LexiconSection ProjectNouns => s_sections.Value["project-nouns"];

    public static LexiconSection PartOpenings => s_sections.Value["part-openings"];

    public static LexiconSection PartEndings => s_sections.Value["part-endings"];

    public static LexiconSection OtherCounts => s_sections.Value["other-counts"];

    public static LexiconSection Rests => s_sections.Value["rests"];

    public static LexiconSection StageTails => s_sections.Value["stage-tails"];

    public static LexiconSection AllOf => s_sections.Value["all-of"];

    public static LexiconSection ProjectSites => s_sections.Value["project-sites"];

    public static LexiconSection GroupAmounts => s_sections.Value["group-amounts"];

    public static LexiconSection GroupOutputs => s_sections.Value["group-outputs"];

    public static LexiconSection Invest => s_sections.Value["invest"];

    public static LexiconSection Shares => s_sections.Value["shares"];

    public static LexiconSection Allots => s_sections.Value["allots"];

    public static LexiconSection InPlace => s_sections.Value["in-place"];

    public static LexiconSection Works => s_sections.Value["works"];

    public static LexiconSection SpentWith => s_sections.Value["spent-with"];

    public static LexiconSection Acquire => s_sections.Value["acquire"];

    public static LexiconSection NotInvest => s_sections.Value["not-invest"];

    public static LexiconSection FundVerbs => s_sections.Value["fund-verbs"];

    public static LexiconSection FundNouns => s_sections.Value["fund-nouns"];

    public static LexiconSection BareFunds => s_sections.Value["bare-funds"];

    public static LexiconSection Build => s_sections.Value["build"];

    public static LexiconSection Purpose => s_sections.Value["purpose"];

    public static LexiconSection Parts => s_sections.Value["parts"];

    public static LexiconSection Modified => s_sections.Value["modified"];

    public static LexiconSection StrongModal => s_sections.Value["strong-modal"];

    public static LexiconSection Future => s_sections.Value["future"];

    public static LexiconSection Past => s_sections.Value["past"];

    public static LexiconSection NeverDeadline => s_sections.Value["never-deadline"];

    public static LexiconSection PointWords => s_sections.Value["point-words"];

    public static LexiconSection PassingTail => s_sections.Value["passing-tail"];

    public static LexiconSection Aims => s_sections.Value["aims"];

    public static LexiconSection ComparisonDateLead => s_sections.Value["comparison-date-lead"];

    public static LexiconSection ComparisonDateTail => s_sections.Value["comparison-date-tail"];
}
