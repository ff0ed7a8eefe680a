namespace NewsExtract.Readers.Pages;

/// <summary>A rectangle in PDF points on the visible page as a reader holds it; the origin is the lower left corner.</summary>
internal readonly record struct Box(float Left, float Bottom, float Right, float Top)
{
    public float Width => Right - Left;

    public float Height => Top - Bottom;

    public float CenterX => (Left + Right) / 2;

    public float CenterY => (Bottom + Top) / 2;

    public Box Union(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));

    public bool Intersects(Box other) => Left < other.Right && other.Left < Right && Bottom < other.Top && other.Bottom < Top;

    /// <summary>Points that both share on the x axis; negative when they are apart.</summary>
    public float OverlapX(Box other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left);

    /// <summary>Points that both share on the y axis; negative when they are apart.</summary>
    public float OverlapY(Box other) => Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom);

    public PageBox On(int page) => new(page, Left, Bottom, Right, Top);
}
