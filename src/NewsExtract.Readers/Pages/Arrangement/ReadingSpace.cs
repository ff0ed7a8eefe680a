namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>
/// Turns boxes so that lines run from left to right and follow each other downwards. A page set vertically is turned by a quarter: its lines,
/// which run down and follow each other to the left, then lie as in a page set horizontally, and its tiers stand side by side as columns do.
/// </summary>
internal readonly record struct ReadingSpace(bool IsVertical)
{
    public Box FromPage(Box box) => IsVertical ? new Box(-box.Top, box.Left, -box.Bottom, box.Right) : box;

    public Box ToPage(Box box) => IsVertical ? new Box(box.Bottom, -box.Right, box.Top, -box.Left) : box;
}
