using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Pages.Articles;

/// <summary>
/// Joins lines into paragraphs, through columns and pages: a line goes on in the next when that one is not indented and its first
/// characters would not have fitted. Furniture, captions and tables between them do not count.
/// </summary>
internal sealed class ParagraphJoiner
{
    /// <summary>Lines of one paragraph are not farther apart than this many times the usual distance.</summary>
    private const float WidestLeading = 1.35f;

    /// <summary>Ends of lines are even to so much of an em.</summary>
    private const float Unevenness = 0.4f;
    private const int FewestIndents = 2;

    /// <summary>A line that broke at a blank is so many ems short at most.</summary>
    private const float WidestBreak = 3;

    /// <summary>Of the text's size.</summary>
    private const float SmallerType = 0.92f;

    /// <summary>In lines.</summary>
    private const int LongestNote = 8;

    private readonly string _source;
    private readonly PrintedLayout _layout;

    public ParagraphJoiner(string source, PrintedLayout layout)
    {
        _source = source;
        _layout = layout;
    }

    public List<TextUnit> Join(List<TextUnit> lines)
    {
        var leading = MeasureLeading(lines);
        var indents = UsesIndents(lines);
        var joined = new List<TextUnit>(lines.Count);
        Chain? text = null;
        Chain? titles = null;
        Chain? note = null;
        foreach (var line in lines)
        {
            var setting = line.Setting!;
            switch (line.Kind)
            {
                case UnitKind.Caption when joined.Count > 0 && joined[^1].Kind == UnitKind.Caption && IsCaptionPart(joined[^1].Setting!, setting):
                    Append(joined[^1], line);
                    continue;
                case UnitKind.Row when text is null || joined[^1] != text.Open || text.Open.Profile.Ending != Ending.Open || !GoesOn(text.Open, text.Tail, line, leading, indents):
                case UnitKind.Caption:
                case UnitKind.Head or UnitKind.PageNumber or UnitKind.DateLine when text is null || !text.Tail.IsRightAbove(setting) || text.Open.Profile.Ending != Ending.Open:
                    joined.Add(line);
                    continue;
                case UnitKind.Jump:
                    joined.Add(line);
                    text = titles = note = null;
                    continue;
            }

            // A note in smaller type does not end the paragraph that it interrupts, unless the text goes on in that type.
            if (text is not null && setting.Size < text.Tail.Size * SmallerType)
            {
                note = Continue(note, line, joined, leading, indents);
                text = note.Lines < LongestNote ? text : note;
            }
            else if (titles is not null && joined[^1] == titles.Open && GoesOn(titles.Open, titles.Tail, line, leading, indents))
            {
                titles = Continue(titles, line, joined, leading, indents);
            }
            else if ((setting.Level != TypeLevel.Plain || (titles is not null && line.Kind != UnitKind.Prose)) && !(titles is null && text is not null && GoesOn(text.Open, text.Tail, line, leading, indents)))
            {
                titles = Continue(null, line, joined, leading, indents);
            }
            else if (titles is not null && text is not null && !(text.Open.Profile.Ending == Ending.Open && GoesOn(text.Open, text.Tail, line, leading, indents)))
            {
                text = Continue(null, line, joined, leading, indents);
                titles = null;
            }
            else
            {
                if (titles is not null && text is not null)
                {
                    MarkInset(joined, text.Open);
                }

                text = Continue(text, line, joined, leading, indents);
                titles = note = null;
            }
        }

        foreach (var unit in joined)
        {
            unit.IsWhole = unit.Setting!.Slack > 1 + Unevenness && unit.Kind == UnitKind.Prose && unit.Profile.Last is not (',' or '、');
        }

        return joined;
    }

    // The paragraph above the titles goes on below them.
    private static void MarkInset(List<TextUnit> joined, TextUnit paragraph)
    {
        for (var i = joined.Count - 1; i >= 0 && joined[i] != paragraph; i--)
        {
            joined[i].Setting = joined[i].Setting! with { IsInset = true };
        }
    }

    private Chain Continue(Chain? chain, TextUnit line, List<TextUnit> joined, float leading, bool indents)
    {
        if (chain is not null && !(joined[^1] == chain.Open && StandsApart(chain.Tail, line.Setting!)) && GoesOn(chain.Open, chain.Tail, line, leading, indents))
        {
            Append(chain.Open, line);
            return chain with { Tail = line.Setting!, Lines = chain.Lines + 1 };
        }

        joined.Add(line);
        return new Chain(line, line.Setting!, (chain?.Lines ?? 0) + 1);
    }

    // Lines of one paragraph with nothing printed between them leave no white of two ems.
    private static bool StandsApart(TypeSetting tail, TypeSetting line) =>
        tail.Page == line.Page && line.Near - tail.Far > line.Size * 2 && Math.Min(tail.End, line.End) - Math.Max(tail.Start, line.Start) > line.Size * 2;

    private static bool IsCaptionPart(TypeSetting caption, TypeSetting line) =>
        caption.IsAsLargeAs(line) && caption.IsRightAbove(line) && line.Near - caption.Far <= line.Size;

    private static void Append(TextUnit unit, TextUnit line)
    {
        var (first, last) = (unit.Setting!, line.Setting!);
        unit.Pieces.AddRange(line.Pieces);
        unit.Lines++;
        unit.Profile = unit.Profile with { Ending = line.Profile.Ending, Last = line.Profile.Last, Stops = unit.Profile.Stops + line.Profile.Stops };
        unit.Setting = first with { Slack = last.Slack, Start = Math.Min(first.Start, last.Start), End = Math.Max(first.End, last.End), Far = last.Page == first.Page ? last.Far : first.Far };
        if (unit.Kind is not (UnitKind.Prose or UnitKind.Caption or UnitKind.DashTitle))
        {
            unit.Kind = UnitKind.Prose;
            unit.Authors = [];
            unit.Source = null;
            unit.Date = null;
        }
    }

    private bool GoesOn(TextUnit open, TypeSetting tail, TextUnit line, float leading, bool indents)
    {
        var setting = line.Setting!;
        if (!tail.IsAsLargeAs(setting) || tail.Level == TypeLevel.Display != (setting.Level == TypeLevel.Display))
        {
            return false;
        }

        var isBelow = tail.IsRightAbove(setting);
        if (setting.Level == TypeLevel.Display)
        {
            return isBelow && line.Kind == UnitKind.Prose && open.Kind is UnitKind.Prose or UnitKind.DashTitle && IsHeadlineWrapped(open, tail, line);
        }

        if (setting.IsIndented || !(Fills(tail, line) || (tail.Slack <= WidestBreak && IsInBrackets(open))))
        {
            return false;
        }

        // What looks like a byline or furniture is one, unless it stands in the middle of a paragraph.
        if (line.Kind != UnitKind.Prose && !(isBelow && open.Kind == UnitKind.Prose && (open.Profile.Ending == Ending.Open || (indents && IsBracketedTail(tail, line)))))
        {
            return false;
        }

        if (open.Kind is not (UnitKind.Prose or UnitKind.DashTitle) && !(isBelow && tail.IsIndented))
        {
            return false;
        }

        if (isBelow)
        {
            return setting.Near - tail.Near <= leading * setting.Size * WidestLeading || (indents && open.Profile.Ending == Ending.Open);
        }

        return open.Profile.Ending != Ending.Closed || indents;
    }

    // 参加活动。｜（林一舟） where the name did not fit: a byline of its own is indented or stands at the right.
    private bool IsBracketedTail(TypeSetting tail, TextUnit line) =>
        _source[line.Pieces[0].Start] is '（' or '(' && MathF.Abs(line.Setting!.Start - tail.Start) < tail.Size * Unevenness;

    // A headline that was wrapped is no shorter above than below, or is set flush left and fills its column; lines of a couplet have
    // as many characters.
    private bool IsHeadlineWrapped(TextUnit open, TypeSetting tail, TextUnit line)
    {
        var setting = line.Setting!;
        return open.Lines > 1 || open.Profile.Last is ',' or '、'
            || (tail.End - tail.Start > setting.End - setting.Start && open.Profile.Visible != line.Profile.Visible)
            || (tail is { IsColumnKnown: true, Indent: < 1 } && Math.Abs(tail.Start - setting.Start) <= setting.Size * Unevenness && Fills(tail, line));
    }

    // 新华社江州3月5日电（记者何亮 / 方小石）…: no paragraph ends inside brackets; the blank at which the line broke is not printed.
    private bool IsInBrackets(TextUnit unit)
    {
        var depth = 0;
        foreach (var piece in unit.Pieces)
        {
            foreach (var c in piece.Of(_source))
            {
                depth += Glyphs.Fold(c) switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }

        return depth > 0;
    }

    private bool Fills(TypeSetting tail, TextUnit next) => tail.Slack <= Unevenness || FirstUnitLength(next.Pieces[0]) > (tail.Slack - Unevenness) * tail.Size;

    // A word or number stays on one line, as does a character with the marks and quotes beside it. In points.
    private float FirstUnitLength(TextSpan span)
    {
        var position = span.Start;
        while (position < span.End && IsWordPart(_source[position]))
        {
            position++;
        }

        position = Math.Max(position, span.Start + 1);
        while (position < span.End && (Glyphs.IsNeverFirst(Glyphs.Fold(_source[position])) || IsOpener(_source[position - 1]) || IsQuote(_source[position]) || IsQuote(_source[position - 1])))
        {
            position++;
        }

        var boxes = _layout.CharacterBoxes[span.Start..position];
        var union = boxes[0];
        foreach (var box in boxes)
        {
            union = box == default ? union : union.Union(box);
        }

        return Math.Max(union.Width, union.Height);
    }

    private static bool IsWordPart(char character) => Glyphs.Fold(character) is var c && (Glyphs.IsLatin(c) || char.IsAsciiDigit(c) || c is '.' or '%' or '-' or '/');

    private static bool IsOpener(char character) => character is '（' or '《' or '〈' or '「' or '『' or '【' or '〔' or '(';

    private static bool IsQuote(char character) => character is '“' or '”' or '‘' or '’';

    // Distance of lines below one another in ems: the middle one of all.
    private static float MeasureLeading(List<TextUnit> lines)
    {
        var leads = new List<float>(lines.Count);
        for (var i = 1; i < lines.Count; i++)
        {
            var (before, setting) = (lines[i - 1].Setting!, lines[i].Setting!);
            if (lines[i].Kind == UnitKind.Prose && before.IsRightAbove(setting) && before.IsAsLargeAs(setting) && setting.Level == TypeLevel.Plain)
            {
                leads.Add((setting.Near - before.Near) / setting.Size);
            }
        }

        leads.Sort();
        return leads.Count == 0 ? 2 : leads[leads.Count / 2];
    }

    private static bool UsesIndents(List<TextUnit> lines)
    {
        var openings = 0;
        for (var i = 1; i < lines.Count && openings < FewestIndents; i++)
        {
            openings += lines[i - 1].Kind == UnitKind.Prose && lines[i - 1].Setting! is { IsIndented: true, Slack: < 2 } first
                && lines[i].Setting! is { IsIndented: false } second && first.IsRightAbove(second) ? 1 : 0;
        }

        return openings >= FewestIndents;
    }

    /// <summary>Lines of one type in reading order.</summary>
    /// <param name="Open">The last paragraph.</param>
    /// <param name="Tail">How its last line was set.</param>
    /// <param name="Lines">Of all paragraphs.</param>
    private sealed record Chain(TextUnit Open, TypeSetting Tail, int Lines);
}
