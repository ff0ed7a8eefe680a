using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Pages.Articles;

/// <summary>Tells by size, weight and place how much a line stands out.</summary>
internal sealed class TypeLevels(PrintedLayout layout)
{
    private const float Display = 1.25f;
    private const float Larger = 1.1f;
    private const float LargerRead = 1.15f;
    private const float Smallest = 0.95f;

    /// <summary>A centred line is so many ems short at both ends.</summary>
    private const float LeastMargin = 2;
    private const float MostUnevenness = 1.2f;

    private readonly TypeScale _scale = new(layout);

    // Sizes that OCR measures are a few percent off.
    private readonly float _larger = layout.Confidences.IsEmpty ? Larger : LargerRead;

    public bool IsSmall(PrintedLine line) => line.Size < _scale.BodyOf(line.Page) * Smallest;

    /// <summary>Whether it is as large as headlines are.</summary>
    public bool IsLarge(PrintedLine line) => line.Size >= _scale.BodyOf(line.Page) * Display;

    /// <summary>A large line is no row of a table: a headline with a wide blank stands above a byline with one.</summary>
    public LineRole RoleOf(PrintedLine line) => line.Role == LineRole.TableRow && IsLarge(line) ? LineRole.Text : line.Role;

    public TypeLevel Of(PrintedLine line, TypeSetting setting)
    {
        if (RoleOf(line) != LineRole.Text)
        {
            return TypeLevel.Plain;
        }

        var ratio = line.Size / _scale.BodyOf(line.Page);
        var isCentred = setting is { Indent: >= LeastMargin, Slack: >= LeastMargin } && Math.Abs(setting.Indent - setting.Slack) <= MostUnevenness;
        return ratio >= Display ? TypeLevel.Display
            : ratio >= _larger || (ratio >= Smallest && (isCentred || (line.IsBold && _scale.BoldTells))) ? TypeLevel.Heading
            : TypeLevel.Plain;
    }
}
