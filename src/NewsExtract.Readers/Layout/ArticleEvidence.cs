namespace NewsExtract.Readers.Layout;

/// <summary>Weighs whether headline-like lines open a new article or a section of the one being read.</summary>
internal static class ArticleEvidence
{
    public const double Threshold = 2.5;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    public static double Weigh(TitleGroup group, ArticleDraft current, bool atPageEdge, string source)
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
        if (text is null)
        {
            return evidence - 5;
        }

        if (text.Kind == UnitKind.Row)
        {
            return evidence - (group.HasByline ? 0 : 2);
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

    // 讣　告
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

        return s_lexicon.ItemTitles.Contains(text[..length]);
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
