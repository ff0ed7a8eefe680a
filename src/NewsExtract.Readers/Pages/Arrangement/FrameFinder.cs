namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Finds boxes drawn around text: four drawn lines that meet, whether stroked as one path or drawn one by one.</summary>
internal static class FrameFinder
{
    // Points.
    private const float Meeting = 3;
    private const float Least = 25;

    // A frame around most of the page bounds nothing on it. Of the page's area.
    private const float MostShare = 0.6f;
    private const int MostRules = 400;

    /// <summary>Frames that stand alone: those that touch each other are the cells of a table, those inside others are left out.</summary>
    public static List<Box> Find(PageContent page)
    {
        var frames = new List<Box>();
        if (page.Rules.Length is < 4 or > MostRules)
        {
            return frames;
        }

        var flat = Array.FindAll(page.Rules, static rule => rule.Width >= Least && rule.Width > rule.Height);
        var upright = Array.FindAll(page.Rules, static rule => rule.Height >= Least && rule.Height > rule.Width);
        foreach (var top in flat)
        {
            var bottom = float.MinValue;
            foreach (var other in flat)
            {
                if (other.CenterY < top.CenterY - Least && other.CenterY > bottom && AreEven(top, other) && HasSides(upright, top, other))
                {
                    bottom = other.CenterY;
                }
            }

            var frame = new Box(top.Left, bottom, top.Right, top.CenterY);
            if (bottom > float.MinValue && frame.Width * frame.Height < page.Width * page.Height * MostShare)
            {
                frames.Add(frame);
            }
        }

        return frames.FindAll(frame => !frames.Exists(other => other != frame && Touch(frame, other)));
    }

    private static bool AreEven(Box top, Box bottom) => Math.Abs(top.Left - bottom.Left) < Meeting && Math.Abs(top.Right - bottom.Right) < Meeting;

    private static bool HasSides(Box[] upright, Box top, Box bottom) => HasSide(upright, top.Left, top, bottom) && HasSide(upright, top.Right, top, bottom);

    private static bool HasSide(Box[] upright, float x, Box top, Box bottom) =>
        Array.Exists(upright, rule => Math.Abs(rule.CenterX - x) < Meeting && rule.Top > top.CenterY - Meeting && rule.Bottom < bottom.CenterY + Meeting);

    private static bool Touch(Box one, Box other) => one.OverlapX(other) > -Meeting && one.OverlapY(other) > -Meeting;
}
