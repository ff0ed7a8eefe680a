namespace NewsExtract.Readers.Layout;

/// <summary>
/// Tells kicker, headline and subhead apart. The headline says what the story says: of the lines above a story it shares
/// the most pairs of characters with the lead; a kicker such as 聚焦产业链 跑出加速度 and a subhead such as 王小明出席并讲话 share fewer.
/// </summary>
internal static class HeadlineRanker
{
    /// <summary>How much better a lower line must do to take the headline from the first.</summary>
    private const double Margin = 0.1;

    /// <summary>A first line that shares so much with the lead is no kicker.</summary>
    private const double WholeShare = 0.5;

    /// <summary>A first line that shares so much and says 召开, 举行 and the like is the headline even above two others.</summary>
    private const double ReportShare = 0.7;
    private const int LongestColumnName = 5;

    /// <summary>Of the largest line's size.</summary>
    private const float SameSize = 0.92f;
    private const int LeadCharacters = 500;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    public static void Assign(ArticleDraft draft, string source)
    {
        var titles = draft.Titles;
        if (titles.Count == 0)
        {
            return;
        }

        var dash = titles.FindIndex(title => title.Unit.Kind == UnitKind.DashTitle);
        for (var i = Math.Max(dash, 0); dash >= 0 && i < titles.Count; i++)
        {
            titles[i].Kind = BlockKind.Subhead;
        }

        MarkNames(draft, source);
        var lines = titles.Where((title, index) => title.Kind == BlockKind.Headline && (dash < 0 || index < dash)).ToList();
        if (lines.Count == 0)
        {
            // Nothing but ——…: it must do.
            titles[0].Kind = BlockKind.Headline;
            return;
        }

        if (lines.Count == 1)
        {
            return;
        }

        if (lines.Exists(line => line.Unit.Setting is { Level: TypeLevel.Display }))
        {
            RankBySize(lines);
            return;
        }

        var first = PickHeadline(lines, Lead(draft, source), source, dash >= 0);
        var last = first;
        while (last + 1 < lines.Count && GoesOn(lines[last].Unit, lines[last + 1].Unit, source))
        {
            last++;
        }

        while (first > 0 && GoesOn(lines[first - 1].Unit, lines[first].Unit, source))
        {
            first--;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].Kind = i < first ? BlockKind.Kicker : i > last ? BlockKind.Subhead : BlockKind.Headline;
        }
    }

    // The largest lines are the headline.
    private static void RankBySize(List<DraftBlock> lines)
    {
        var largest = lines.Max(line => line.Unit.Setting!.Size);
        var first = lines.FindIndex(line => line.Unit.Setting!.Size >= largest * SameSize);
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].Kind = i < first ? BlockKind.Kicker : lines[i].Unit.Setting!.Size >= largest * SameSize ? BlockKind.Headline : BlockKind.Subhead;
        }
    }

    // A last line that holds names and nothing else is the byline.
    private static void MarkNames(ArticleDraft draft, string source)
    {
        var last = draft.Titles[^1];
        if (draft.Titles.Count < 2 || draft.HasHeaderByline || last.Unit.Authors.Count == 0)
        {
            return;
        }

        foreach (var name in last.Unit.Authors)
        {
            var text = string.Concat(name.Of(source).ToString().Where(c => !Glyphs.IsBlank(c)));
            if (text.Length > 3 && !CreditReader.HasSurname(text))
            {
                return;
            }

            if (last.Unit.Authors.Count > 1 && !CreditReader.HasSurname(text))
            {
                return;
            }
        }

        last.Kind = BlockKind.Byline;
    }

    private static PairSet Lead(ArticleDraft draft, string source)
    {
        var lead = new PairSet();
        var paragraphs = 0;
        foreach (var block in draft.Body)
        {
            if (block.Kind == BlockKind.Body && paragraphs++ < 3)
            {
                lead.Add(source, block.Pieces, LeadCharacters);
            }
        }

        return lead;
    }

    private static int PickHeadline(List<DraftBlock> lines, PairSet lead, string source, bool hasDash)
    {
        var line = new LineText();
        var best = 0;
        var bestScore = double.MinValue;
        for (var i = 0; i < lines.Count && i < 4; i++)
        {
            line.Load(source, lines[i].Pieces);
            var score = lead.ShareOf(source, lines[i].Pieces);
            if (s_lexicon.KickerEndings.AtEnd(line.Tail) > 0 && i + 1 < lines.Count)
            {
                score -= 2;
            }

            if (line.Head[0] is '【' or '[' or '◎' or '■' && i + 1 < lines.Count && line.Head.Length <= 14)
            {
                score -= 2;
            }

            // 园区风采: the name of a column above the headline.
            if (i == 0 && i + 1 < lines.Count && lines[0].Unit.Profile.Visible <= LongestColumnName && lines[1].Unit.Profile.Visible >= lines[0].Unit.Profile.Visible + 4
                && score < WholeShare && !EndsLikeFeature(lines[1], source))
            {
                score -= 2;
            }

            if (s_lexicon.ReportEndings.AtEnd(line.Tail) > 0)
            {
                score += 0.15;
            }

            // 王小明当选市长　李梅当选主任
            if (i > 0 && lines[i].Unit.Profile is { Gaps: > 0, IsLetterSpaced: false } && s_lexicon.SubheadVerbs.IsWithin(line.Head))
            {
                score -= 0.4;
            }

            if (i > 0 && s_lexicon.FeatureEndings.AtEnd(line.Tail) > 0)
            {
                score -= 1;
            }

            if (i > 0 && (s_lexicon.SubheadEndings.AtEnd(line.Tail) > 0 || lines[i].Unit.Profile.Visible < 5))
            {
                score -= 0.4;
            }

            // Three lines are kicker, headline and subhead as a rule.
            score += lines.Count == 3 && i == 1 ? 0.15 : 0;
            score += lines.Count > 2 && i == 0 && score >= ReportShare && s_lexicon.ReportEndings.IsWithin(line.Head) ? 0.4 : 0;
            score -= i > 0 && lines.Count == 2 ? Margin : 0;
            score += i == 0 && lines.Count == 2 && score >= WholeShare ? 1 : 0;
            score += hasDash && i == lines.Count - 1 ? Margin : 0;
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    private static bool EndsLikeFeature(DraftBlock block, string source)
    {
        var line = new LineText();
        line.Load(source, block.Pieces);
        return s_lexicon.FeatureEndings.AtEnd(line.Tail) > 0;
    }

    // A headline set on two lines: the first cannot stand alone, or both are halves of a couplet.
    private static bool GoesOn(TextUnit line, TextUnit next, string source)
    {
        if (next.BlankLines > line.BlankLines + 1 && next.BlankLines > 1)
        {
            return false;
        }

        var last = Glyphs.Fold(source[line.End - 1]);
        if (s_lexicon.NeverLast.Contains([last]) || last is ',' or '、')
        {
            return true;
        }

        return HasOpenQuote(line, source) || Glyphs.IsNeverFirst(Glyphs.Fold(source[next.Start]));
    }

    private static bool HasOpenQuote(TextUnit unit, string source)
    {
        var depth = 0;
        foreach (var piece in unit.Pieces)
        {
            foreach (var c in piece.Of(source))
            {
                depth += c switch { '“' or '「' or '《' => 1, '”' or '」' or '》' => -1, _ => 0 };
            }
        }

        return depth > 0;
    }
}
