namespace NewsExtract.Readers.Pages.Articles;

/// <summary>Finds the lines in small type right below a picture.</summary>
internal static class PictureCaptions
{
    /// <summary>Ems between a picture and the line below it.</summary>
    private const float WidestGap = 2.5f;
    private const float WidestLeading = 2f;
    private const int MostLines = 8;

    /// <returns>Indices of lines.</returns>
    public static HashSet<int> Find(PrintedLayout layout, TypeLevels levels)
    {
        var captions = new HashSet<int>();
        if (layout.Pictures.Length == 0)
        {
            return captions;
        }

        var pictures = layout.Pictures.ToLookup(picture => picture.Page, picture => picture.Box);
        var run = 0;
        for (var i = 0; i < layout.Lines.Length; i++)
        {
            var line = layout.Lines[i];
            var isNote = line is { Role: LineRole.Text, IsVertical: false } && levels.IsSmall(line);
            if (isNote && pictures[line.Page].Any(picture => IsBelow(line, picture)))
            {
                run = 1;
            }
            else if (isNote && run is > 0 and < MostLines && GoesOn(layout.Lines[i - 1], line))
            {
                run++;
            }
            else
            {
                run = 0;
                continue;
            }

            captions.Add(i);
        }

        return captions;
    }

    private static bool IsBelow(PrintedLine line, Box picture) =>
        picture.Bottom - line.Box.Top is var gap && gap > -line.Size / 2 && gap < line.Size * WidestGap && line.Box.OverlapX(picture) > line.Box.Width / 2;

    private static bool GoesOn(PrintedLine caption, PrintedLine line) =>
        caption.Page == line.Page && Math.Abs(caption.Size - line.Size) < line.Size / 10
        && line.Box.Top < caption.Box.Top && caption.Box.Top - line.Box.Top < line.Size * WidestLeading && line.Box.OverlapX(caption.Box) > 0;
}
