namespace NewsExtract.Readers.Layout;

/// <summary>The words of <c>Layout.lex.txt</c>, read once.</summary>
internal sealed class LayoutLexicon
{
    private static readonly Lazy<LayoutLexicon> s_instance = new(() => new LayoutLexicon());
    private static readonly Lazy<HashSet<int>> s_commonWords = new(ReadCommonWords);

    private readonly Dictionary<string, WordList> _sections;

    private LayoutLexicon()
    {
        _sections = ReadSections("Layout.Layout.lex.txt").ToDictionary(section => section.Key, section => new WordList(section.Value), StringComparer.Ordinal);
        PaperEndings = _sections["paper-ending"];
        StrongPaperEndings = _sections["paper-strong-ending"];
        SectionWords = _sections["section-word"];
        Weekdays = _sections["weekday"];
        FurnitureOpenings = _sections["furniture-opening"];
        FurnitureEndings = _sections["furniture-ending"];
        AuthorRoles = _sections["author-role"];
        CorrespondentRoles = _sections["correspondent-role"];
        PhotographerRoles = _sections["photographer-role"];
        EditorRoles = _sections["editor-role"];
        RoleSuffixes = _sections["role-suffix"];
        Fillers = _sections["filler"];
        PersonRoles = _sections["person-role"];
        Surnames = _sections["surname"];
        NotBylines = _sections["not-a-byline"];
        NotNames = _sections["not-a-name"];
        OrganizationEndings = _sections["org-ending"];
        CompoundSurnames = _sections["compound-surname"];
        BylineMarks = _sections["byline-mark"];
        CaptionMarks = _sections["caption-mark"];
        CaptionOpenings = _sections["caption-opening"];
        CaptionEndings = _sections["caption-ending"];
        PhotoSubjects = _sections["photo-subject"];
        PhotoWords = _sections["photo-word"];
        JumpOpenings = _sections["jump-opening"];
        JumpsBack = _sections["jump-back"];
        JumpPages = _sections["jump-page"];
        NewsOpenings = _sections["news-opening"];
        Agencies = _sections["agency"];
        ParagraphOpenings = _sections["paragraph-opening"];
        NeverFirst = _sections["never-first"];
        NeverLast = _sections["never-last"];
        ProseOpenings = _sections["prose-opening"];
        ItemTitles = _sections["item-title"];
        ItemEndings = _sections["item-ending"];
        ResolutionEndings = _sections["resolution-ending"];
        NewsDays = _sections["news-day"];
        KickerEndings = _sections["kicker-ending"];
        SubheadEndings = _sections["subhead-ending"];
        SubheadVerbs = _sections["subhead-verb"];
        FeatureEndings = _sections["feature-ending"];
        ReportEndings = _sections["report-ending"];
        ImprintLabels = _sections["imprint-label"];
        ImprintSources = _sections["imprint-source"];
    }

    public static LayoutLexicon Instance => s_instance.Value;

    /// <summary>Names of papers end so: 日报, 周刊, 导报, 网.</summary>
    public WordList PaperEndings { get; }

    /// <summary>A short line that ends so is a masthead.</summary>
    public WordList StrongPaperEndings { get; }

    /// <summary>Names of pages: 要闻, 综合.</summary>
    public WordList SectionWords { get; }

    public WordList Weekdays { get; }

    /// <summary>Parts of an imprint open so: 总第, 国内统一刊号, 邮箱.</summary>
    public WordList FurnitureOpenings { get; }

    /// <summary>Who brings a paper out is said so: 江州市开发区协会主办.</summary>
    public WordList FurnitureEndings { get; }

    public WordList AuthorRoles { get; }

    /// <summary>Credited for the text, but not its author: 通讯员, 实习生.</summary>
    public WordList CorrespondentRoles { get; }

    public WordList PhotographerRoles { get; }

    public WordList EditorRoles { get; }

    /// <summary>Roles that stand right before a name: 记者王小明.</summary>
    public WordList PersonRoles { get; }

    public WordList Surnames { get; }

    /// <summary>What may follow a name in a byline: 报道, 摄影报道.</summary>
    public WordList RoleSuffixes { get; }

    public WordList Fillers { get; }

    /// <summary>In brackets at the end of a paragraph, and no name: 完, 待续.</summary>
    public WordList NotBylines { get; }

    /// <summary>Short lines that look like a name and are none.</summary>
    public WordList NotNames { get; }

    public WordList OrganizationEndings { get; }

    public WordList CompoundSurnames { get; }

    public WordList BylineMarks { get; }

    public WordList CaptionMarks { get; }

    public WordList CaptionOpenings { get; }

    public WordList CaptionEndings { get; }

    /// <summary>Whom plain captions show: 村民, 技术人员.</summary>
    public WordList PhotoSubjects { get; }

    public WordList PhotoWords { get; }

    public WordList JumpOpenings { get; }

    public WordList JumpsBack { get; }

    public WordList JumpPages { get; }

    /// <summary>Openings of a story before 讯 or 电.</summary>
    public WordList NewsOpenings { get; }

    public WordList Agencies { get; }

    /// <summary>A paragraph may well begin so.</summary>
    public WordList ParagraphOpenings { get; }

    /// <summary>No sentence begins so.</summary>
    public WordList NeverFirst { get; }

    /// <summary>No line that is whole ends so.</summary>
    public WordList NeverLast { get; }

    /// <summary>A long line that opens so is no headline: 其中, 同时.</summary>
    public WordList ProseOpenings { get; }

    /// <summary>Headlines of one word: 讣告, 公告.</summary>
    public WordList ItemTitles { get; }

    /// <summary>Short headlines above a column of briefs end so: 简讯两则, 要闻速览, 读者来信.</summary>
    public WordList ItemEndings { get; }

    /// <summary>A line in brackets that says who passed what is titled above it ends so: 通过, 公布.</summary>
    public WordList ResolutionEndings { get; }

    /// <summary>News opens so: 近日, 昨天.</summary>
    public WordList NewsDays { get; }

    public WordList KickerEndings { get; }

    public WordList SubheadEndings { get; }

    /// <summary>What persons do in subheads: 当选, 讲话.</summary>
    public WordList SubheadVerbs { get; }

    /// <summary>Subheads of features end so: 纪实, 见闻.</summary>
    public WordList FeatureEndings { get; }

    /// <summary>Headlines of reports end so: 举行, 召开.</summary>
    public WordList ReportEndings { get; }

    /// <summary>What opens a part of the line below a headline on the web: 来源：, 发布时间：, 字号.</summary>
    public WordList ImprintLabels { get; }

    /// <summary>Of these, those that name where the article is from, without the colon.</summary>
    public WordList ImprintSources { get; }

    /// <summary>Whether the two characters are a common word.</summary>
    public static bool IsCommonWord(char first, char second) => s_commonWords.Value.Contains((first << 16) | second);

    private static HashSet<int> ReadCommonWords() =>
        [.. ReadSections("Layout.CommonWords.lex.txt")["words"].Select(word => (word[0] << 16) | word[1])];

    /// <summary>The sections of a word file of this assembly.</summary>
    internal static Dictionary<string, List<string>> ReadSections(string name)
    {
        using var stream = typeof(LayoutLexicon).Assembly.GetManifestResourceStream($"NewsExtract.Readers.{name}")
            ?? throw new InvalidDataException($"lexicon {name} is not in this assembly");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? words = null;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                words = [];
                if (!sections.TryAdd(line[1..^1], words))
                {
                    throw new InvalidDataException($"{name}:{number}: {line} stands twice");
                }

                continue;
            }

            if (words is null)
            {
                throw new InvalidDataException($"{name}:{number}: '{line}' stands before any [section]");
            }

            words.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return sections;
    }
}
