namespace NewsExtract.Readers.Pages;

/// <summary>
/// Turns boxes by quarter turns, counter-clockwise: text set sideways on a page (a wide table on an upright sheet) is arranged upright
/// and its boxes are turned back.
/// </summary>
/// <param name="Quarters">0 to 3.</param>
/// <param name="Width">Of the page before it is turned, in points.</param>
/// <param name="Height">Of the page before it is turned, in points.</param>
internal readonly record struct PageTurn(int Quarters, float Width, float Height)
{
    public bool IsSideways => Quarters % 2 == 1;

    public Box Turn(Box box) => Quarters switch
    {
        1 => new Box(Height - box.Top, box.Left, Height - box.Bottom, box.Right),
        2 => new Box(Width - box.Right, Height - box.Top, Width - box.Left, Height - box.Bottom),
        3 => new Box(box.Bottom, Width - box.Right, box.Top, Width - box.Left),
        _ => box,
    };

    public Box TurnBack(Box box) => Quarters switch
    {
        1 => new Box(box.Bottom, Height - box.Right, box.Top, Height - box.Left),
        2 => new Box(Width - box.Right, Height - box.Top, Width - box.Left, Height - box.Bottom),
        3 => new Box(Width - box.Top, box.Left, Width - box.Bottom, box.Right),
        _ => box,
    };
}
