namespace NewsExtract.Extraction.Discourse;

/// <summary>The vocabulary of <c>speech.lex.txt</c>, read once.</summary>
internal static class SpeechLexicon
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_sections =
        new(() => LexiconSection.ReadAll("Discourse/speech.lex.txt"));

    /// <summary>Verbs that a mark parts from what is said. The attribute is the length of the verb in a longer phrase.</summary>
    public static LexiconSection Verbs => s_sections.Value["verbs"];

    /// <summary>Verbs that what is said follows without a mark: 建议, 希望.</summary>
    public static LexiconSection DirectVerbs => s_sections.Value["direct-verbs"];

    /// <summary>Words before the verb when the subject is left out: 并, 在会上.</summary>
    public static LexiconSection Adverbs => s_sections.Value["adverbs"];

    /// <summary>Words that a verb is only part of: 慰问.</summary>
    public static LexiconSection OtherWords => s_sections.Value["other-words"];

    /// <summary>Verbs after which another is a noun: 表示祝贺.</summary>
    public static LexiconSection LightVerbs => s_sections.Value["light-verbs"];

    /// <summary>Verbs with whom it is said to after them: 告诉乡亲们：….</summary>
    public static LexiconSection AddressedVerbs => s_sections.Value["addressed-verbs"];

    /// <summary>Whom a saying may be said to, after its verb: 他.</summary>
    public static LexiconSection Addressees => s_sections.Value["addressees"];

    /// <summary>What makes another word of 说: 说服.</summary>
    public static LexiconSection NoSaying => s_sections.Value["no-saying"];

    /// <summary>Verbs of meetings that need no object: 点评.</summary>
    public static LexiconSection AbsoluteVerbs => s_sections.Value["absolute-verbs"];

    /// <summary>How words end that tell the manner of speaking: 笑着, 乐呵呵地.</summary>
    public static LexiconSection MannerEnds => s_sections.Value["manner-ends"];

    /// <summary>Gestures before a colon and a quotation: 摇头.</summary>
    public static LexiconSection Gestures => s_sections.Value["gestures"];

    /// <summary>Nouns for speakers without a name: 食客.</summary>
    public static LexiconSection SpeakerNouns => s_sections.Value["speaker-nouns"];

    /// <summary>Ends of nouns for people: 员.</summary>
    public static LexiconSection PersonEnds => s_sections.Value["person-ends"];

    /// <summary>What may stand before such a noun: 有位.</summary>
    public static LexiconSection SpeakerDeterminers => s_sections.Value["speaker-determiners"];

    public static LexiconSection Pronouns => s_sections.Value["pronouns"];

    /// <summary>Groups that speak with one voice: 调研组.</summary>
    public static LexiconSection Groups => s_sections.Value["groups"];

    /// <summary>Openings of a sentence that is no longer what was said.</summary>
    public static LexiconSection Breaks => s_sections.Value["breaks"];

    /// <summary>Predicates that follow a quotation in place of a verb: 喜出望外, 的话.</summary>
    public static LexiconSection Attitudes => s_sections.Value["attitudes"];
}
