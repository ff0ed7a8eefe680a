namespace NewsExtract.Readers.Layout;

/// <summary>Judges what stands in the gap of a paragraph that broke off, with a look at what follows.</summary>
internal sealed class ContinuationJudge(string source, BreakJoiner joiner)
{
    private const int LongestPlainCaption = 60;

    private readonly string _source = source;
    private readonly BreakJoiner _joiner = joiner;

    /// <summary>Whether a unit goes on where a paragraph broke off.</summary>
    /// <returns><c>null</c> when the unit is the caption of a picture that cut the paragraph.</returns>
    public bool? Continues(List<TextUnit> units, int index, TextUnit open)
    {
        var unit = units[index];
        if (unit.Setting is not null)
        {
            return GoesOnInPrint(open, unit);
        }

        var fit = _joiner.Fit(open, unit);
        var isSentence = unit is { Kind: UnitKind.Prose, Lines: <= 3, EndsWithByline: false } && unit.Profile is { Visible: <= LongestPlainCaption, Stops: <= 1, Ending: Ending.Closed };
        if (isSentence && NextText(units, index) is { Kind: UnitKind.Prose } after)
        {
            var later = _joiner.Fit(open, after);
            var isPhoto = PhotoWords.StandIn(_source, unit);
            var opens = BreakJoiner.ClearlyOpensParagraph(_source, after) || after.Indent > unit.Indent + 1;
            if (later >= 2 && (later > fit || (isPhoto && later == fit)) && unit.Profile.Commas <= 1 && !opens)
            {
                return null;
            }

            if (later >= 0 && fit <= 4 && isPhoto && !opens && after.Opening is null)
            {
                return null;
            }
        }

        return fit >= (unit.Kind == UnitKind.Row ? 2 : -2);
    }

    /// <summary>Whether a unit goes on, as far as its type and place tell, where a paragraph broke off.</summary>
    public bool GoesOnInPrint(TextUnit open, TextUnit unit) =>
        unit is { Kind: UnitKind.Prose, Setting: { IsIndented: false } setting } && open.Setting!.IsAsLargeAs(setting) && _joiner.Fit(open, unit) >= -2;

    private static TextUnit? NextText(List<TextUnit> units, int index)
    {
        for (var i = index + 1; i < units.Count && i <= index + 4; i++)
        {
            if (units[i].IsBody)
            {
                return units[i];
            }

            if (units[i].IsTitle)
            {
                return null;
            }
        }

        return null;
    }

    // The text may go on after a caption that nothing marks.
    public bool IsCutParagraph(List<TextUnit> units, int index, TextUnit text)
    {
        if (units[index].IsWhole || units[index].Setting is not null)
        {
            return false;
        }

        if (_joiner.IsCutParagraph(units[index], text))
        {
            return true;
        }

        return IsPlainCaption(text)
            && NextText(units, units.IndexOf(text, index)) is { } after && _joiner.IsCutParagraph(units[index], after) && !BreakJoiner.ClearlyOpensParagraph(_source, after);
    }

    private bool IsPlainCaption(TextUnit text) =>
        text is { Kind: UnitKind.Prose, Profile: { Visible: <= LongestPlainCaption, Stops: <= 1, Ending: Ending.Closed } } && PhotoWords.StandIn(_source, text);

    /// <summary>Whether the last line of a header is the head of the first paragraph, cut within a word.</summary>
    public bool IsCutInWord(List<TextUnit> units, int index, TextUnit text) =>
        units[index] is { IsWhole: false, Setting: null } && (_joiner.IsCutInWord(units[index], text)
        || (IsPlainCaption(text) && NextText(units, units.IndexOf(text, index)) is { } after && _joiner.IsCutInWord(units[index], after)));

    /// <summary>一、加大财政支持: a numbered line of its own above a paragraph.</summary>
    public static bool IsNumberedHeading(List<TextUnit> units, int index) =>
        units[index] is { Kind: UnitKind.Row, IsNumbered: true } unit && unit.Profile is { Visible: <= 36, Ending: Ending.Open, Gaps: < 3 }
        && index + 1 < units.Count && units[index + 1].Kind == UnitKind.Prose && !units[index + 1].IsNumbered;
}
