using NewsExtract.Readers.Pages;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace NewsExtract.Readers.Pdf;

/// <summary>Where a page has pictures, drawn lines and frames.</summary>
internal static class PageDrawings
{
    /// <summary>Most drawn lines and pictures that are kept; a map has a hundred thousand.</summary>
    private const int Most = 2000;

    private const float Thin = 3;
    private const float LeastLine = 10;
    private const float LeastPicture = 8;
    private const float Touching = 2;

    /// <summary>Pictures that touch are strips of one.</summary>
    public static Box[] Pictures(PdfPage page, Box visible)
    {
        var pictures = new List<Box>();
        foreach (var image in page.GetImages())
        {
            if (Clip(image.BoundingBox, visible) is { } box && box.Width >= LeastPicture && box.Height > 0 && pictures.Count < Most)
            {
                Add(pictures, box);
            }
        }

        pictures.RemoveAll(box => box.Height < LeastPicture);
        return [.. pictures];
    }

    public static Box[] Rules(PdfPage page, Box visible)
    {
        var rules = new List<Box>();
        foreach (var path in page.Paths)
        {
            if (rules.Count >= Most)
            {
                break;
            }

            if (path.IsClipping && !path.IsFilled && !path.IsStroked)
            {
                continue;
            }

            if ((path.IsFilled || path.IsStroked) && path.GetBoundingRectangle() is { } bounds && Clip(bounds, visible) is { } box)
            {
                AddRules(rules, path, box);
            }
        }

        return [.. rules];
    }

    private static void AddRules(List<Box> rules, PdfPath path, Box box)
    {
        if (box.Height <= Thin || box.Width <= Thin)
        {
            if (Math.Max(box.Width, box.Height) >= LeastLine)
            {
                rules.Add(box);
            }
        }
        else if (path.IsStroked && path.Count == 1 && box.Width >= LeastLine && box.Height >= LeastLine && path[0].IsDrawnAsRectangle)
        {
            rules.Add(box with { Bottom = box.Top });
            rules.Add(box with { Top = box.Bottom });
            rules.Add(box with { Right = box.Left });
            rules.Add(box with { Left = box.Right });
        }
    }

    private static void Add(List<Box> pictures, Box box)
    {
        var last = pictures.Count - 1;
        if (last >= 0 && IsStrip(pictures[last], box))
        {
            pictures[last] = pictures[last].Union(box);
            return;
        }

        pictures.Add(box);
    }

    private static bool IsStrip(Box one, Box other) =>
        Math.Abs(one.Left - other.Left) < Touching && Math.Abs(one.Right - other.Right) < Touching && one.OverlapY(other) > -Touching;

    private static Box? Clip(PdfRectangle rectangle, Box visible)
    {
        var left = (float)Math.Min(rectangle.BottomLeft.X, Math.Min(rectangle.TopRight.X, Math.Min(rectangle.TopLeft.X, rectangle.BottomRight.X)));
        var right = (float)Math.Max(rectangle.BottomLeft.X, Math.Max(rectangle.TopRight.X, Math.Max(rectangle.TopLeft.X, rectangle.BottomRight.X)));
        var bottom = (float)Math.Min(rectangle.BottomLeft.Y, Math.Min(rectangle.TopRight.Y, Math.Min(rectangle.TopLeft.Y, rectangle.BottomRight.Y)));
        var top = (float)Math.Max(rectangle.BottomLeft.Y, Math.Max(rectangle.TopRight.Y, Math.Max(rectangle.TopLeft.Y, rectangle.BottomRight.Y)));
        var box = new Box(Math.Max(left, visible.Left), Math.Max(bottom, visible.Bottom), Math.Min(right, visible.Right), Math.Min(top, visible.Top));
        return box.Width >= 0 && box.Height >= 0 ? box : null;
    }
}
