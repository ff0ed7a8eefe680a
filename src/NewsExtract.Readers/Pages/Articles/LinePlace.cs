namespace NewsExtract.Readers.Pages.Articles;

/// <summary>
/// Where a line stands, seen along its own direction, so that vertical text is judged as horizontal text is: it runs from
/// <c>Start</c> to <c>End</c>, and the next line has a greater <c>Near</c>. Points.
/// </summary>
internal readonly record struct LinePlace(float Start, float End, float Near, float Far)
{
    public static LinePlace Of(PrintedLine line) => line.IsVertical
        ? new LinePlace(-line.Box.Top, -line.Box.Bottom, -line.Box.Right, -line.Box.Left)
        : new LinePlace(line.Box.Left, line.Box.Right, -line.Box.Top, -line.Box.Bottom);
}
