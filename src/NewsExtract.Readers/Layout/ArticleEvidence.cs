namespace NewsExtract.Readers.Layout;

/// <summary>Weighs whether headline-like lines open a new article or a section of the one being read.</summary>
internal static class ArticleEvidence
{
    /// <summary>Of a page, whose type tells most headlines from headings.</summary>
    public const double PageThreshold = 2.5;

    /// <summary>Of plain text: headings of sections are rare in it, and short.</summary>
    public const double TextThreshold = 1;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    /// <param name="habit">How the text parts its paragraphs.</param>
    public static double Weigh(TitleGroup group, ArticleDraft current, bool atPageEdge, ParagraphHabit habit, string source)
    {
        var text = group.Text;
        var evidence = 0.0;
        evidence += text?.Opening is not null ? 3 : 0;
        evidence += group.HasDash ? 2.5 : 0;
        evidence += group.HasByline ? 3 : 0;
        evidence += current.IsClosed ? 2 : 0;
        evidence += atPageEdge ? 1.5 : 0;
        evidence += group.Titles.Count > 1 ? source[group.Titles[0].Start] is '【' ? 3 : 1.5 : 0;
        evidence += current.Open is not null && !current.IsClosed ? -2 : 0;
        evidence -= Math.Min(current.Headings, 2) * 0.5;
        var longest = group.Titles.Max(title => title.Profile.Visible);
        evidence += longest >= 14 ? 0.5 : longest <= 8 ? -0.5 : 0;
        evidence += group.Titles.Count == 1 && IsItemTitle(source, group.Titles[0]) ? 4 : 0;
        evidence += BreaksHabit(group, habit) ? 2 : 0;
        if (text is null)
        {
            return evidence - 5;
        }

        if (text.Kind == UnitKind.Row)
        {
            return evidence + (group.HasByline ? 0 : IsResolutionNote(source, text) ? 3 : -2);
        }

        var pairs = new PairSet();
        pairs.Add(source, group.TextPieces, 300);
        var overlap = group.Titles.Max(title => pairs.ShareOf(source, title.Pieces));
        evidence += overlap >= 0.4 ? 1.5 : overlap >= 0.25 ? 0.5 : overlap < 0.12 ? -1 : 0;
        var cohesion = current.Pairs.ShareOf(source, group.TextPieces);
        evidence += cohesion < 0.1 ? 1 : cohesion > 0.22 ? -1.5 : 0;
        evidence += OpensWithDay(source, text) ? 1 : 0;
        return evidence;
    }

    /// <summary>Whether the lines are the headline of the text above and below them, which has none of its own.</summary>
    public static bool IsOwnHeadline(TitleGroup group, ArticleDraft current, string source)
    {
        if (group.Text is null || group.Text.Opening is not null || group.Text.Kind != UnitKind.Prose)
        {
            return false;
        }

        // One line alone is a section heading until nothing better comes.
        if (group.Titles.Count == 1 && !group.HasByline)
        {
            return false;
        }

        var shared = group.Titles.Max(title => current.Pairs.ShareOf(source, title.Pieces));
        var pairs = new PairSet();
        pairs.Add(source, group.Text.Pieces);
        return shared >= 0.3 && current.Pairs.ShareOf(source, group.Text.Pieces) >= 0.12;
    }

    // Where paragraphs follow one another without a blank line, a line with one above and below it parts more than sections do; where blank
    // lines part them, so does a line that stands right below the text before it and apart from its own.
    private static bool BreaksHabit(TitleGroup group, ParagraphHabit habit) => group.Text is { BlankLines: > 0 } && habit switch
    {
        ParagraphHabit.Tight => group.Titles[0].BlankLines > 0,
        ParagraphHabit.Spaced => group.Titles[0] is { BlankLines: 0, AfterPageBreak: false },
        _ => false,
    };

    // （2016年12月19日预备会议通过）: what stands below the title of a resolution or a list.
    private static bool IsResolutionNote(string source, TextUnit text)
    {
        var line = text.Pieces[0].Of(source).Trim();
        return line.Length is > 4 and <= 60 && line[0] is '（' or '(' && line[^1] is '）' or ')' && s_lexicon.ResolutionEndings.AtEnd(line[..^1]) > 0;
    }

    // 讣　告, 简讯两则
    private static bool IsItemTitle(string source, TextUnit title)
    {
        if (title.Profile.Visible > 6)
        {
            return false;
        }

        Span<char> text = stackalloc char[8];
        var length = 0;
        foreach (var c in title.Pieces[0].Of(source))
        {
            if (!Glyphs.IsBlank(c))
            {
                text[length++] = Glyphs.Fold(c);
            }
        }

        return s_lexicon.ItemTitles.Contains(text[..length]) || s_lexicon.ItemEndings.AtEnd(text[..length]) > 0;
    }

    // 5月15日，…, 近日，…: news opens with a day.
    private static bool OpensWithDay(string source, TextUnit text)
    {
        Span<char> head = stackalloc char[8];
        var length = 0;
        var span = text.Pieces[0];
        for (var i = span.Start; i < span.End && length < head.Length; i++)
        {
            if (!Glyphs.IsBlank(source[i]))
            {
                head[length++] = Glyphs.Fold(source[i]);
            }
        }

        var opening = head[..length];
        return DateReader.ReadDay(opening) > 0 || s_lexicon.NewsDays.AtStart(opening) > 0;
    }
}
