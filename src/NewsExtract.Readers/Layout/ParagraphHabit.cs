namespace NewsExtract.Readers.Layout;

/// <summary>How a text parts its paragraphs.</summary>
internal enum ParagraphHabit
{
    Unknown,

    /// <summary>By a line end alone.</summary>
    Tight,

    /// <summary>By blank lines.</summary>
    Spaced,
}

internal static class ParagraphHabits
{
    private const int FewestBreaks = 2;
    private const double MostExceptions = 0.2;

    /// <returns>What paragraph after paragraph shows; <see cref="ParagraphHabit.Unknown"/> for too few of them or a mixture.</returns>
    public static ParagraphHabit Find(List<TextUnit> units)
    {
        int breaks = 0, blanks = 0;
        for (var i = 1; i < units.Count; i++)
        {
            if (units[i] is { Kind: UnitKind.Prose, AfterPageBreak: false } && units[i - 1].Kind == UnitKind.Prose)
            {
                breaks++;
                blanks += units[i].BlankLines > 0 ? 1 : 0;
            }
        }

        return breaks < FewestBreaks ? ParagraphHabit.Unknown
            : blanks <= breaks * MostExceptions ? ParagraphHabit.Tight
            : blanks >= breaks * (1 - MostExceptions) ? ParagraphHabit.Spaced
            : ParagraphHabit.Unknown;
    }
}
