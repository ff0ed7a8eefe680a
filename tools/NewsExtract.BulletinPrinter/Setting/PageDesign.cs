using NewsExtract.BulletinPrinter.Fonts;

namespace NewsExtract.BulletinPrinter.Setting;

/// <summary>How the pages of a file look: sizes in points.</summary>
internal sealed record PageDesign(string Name)
{
    /// <summary>A4.</summary>
    public double Width { get; init; } = 595.28;

    public double Height { get; init; } = 841.89;

    public double SideMargin { get; init; } = 52;

    public double TopMargin { get; init; } = 76;

    public double BottomMargin { get; init; } = 64;

    public int Columns { get; init; } = 2;

    public double Gutter { get; init; } = 22;

    public required TypeStyle Body { get; init; }

    public required TypeStyle Headline { get; init; }

    public required TypeStyle Subhead { get; init; }

    public required TypeStyle Byline { get; init; }

    public required TypeStyle Section { get; init; }

    public required TypeStyle Caption { get; init; }

    public required TypeStyle Furniture { get; init; }

    /// <summary>Pictures stand across the columns, not in one.</summary>
    public bool SpanningPictures { get; init; }

    /// <summary>The headline stands between the first and second half of its article.</summary>
    public bool HeadlineInMiddle { get; init; }

    /// <summary>Articles in boxes side by side; what does not fit goes on on a later page.</summary>
    public bool Boxes { get; init; }

    /// <summary>Thin lines between columns.</summary>
    public bool ColumnRules { get; init; }

    public bool Vertical { get; init; }

    /// <summary>Headlines stand in their column and articles follow one another in it; first lines are indented by blanks, not by place.</summary>
    public bool HeadlineInColumn { get; init; }

    /// <summary>A sentence is quoted large inside the text, and a framed box of other matter stands beside it.</summary>
    public bool PullQuoteAndSidebar { get; init; }

    /// <summary>How many bulletins one file prints.</summary>
    public int Bulletins { get; init; } = 1;

    public double Measure => Width - 2 * SideMargin;

    private static PageDesign Magazine { get; } = new("2col")
    {
        Body = new TypeStyle(FontFace.Ming, 10.5, 17.5),
        Headline = new TypeStyle(FontFace.ZenHei, 22, 30),
        Subhead = new TypeStyle(FontFace.Kai, 14, 21),
        Byline = new TypeStyle(FontFace.Kai, 10.5, 22),
        Section = new TypeStyle(FontFace.ZenHei, 11.5, 17.5),
        Caption = new TypeStyle(FontFace.Kai, 8.5, 12),
        Furniture = new TypeStyle(FontFace.MicroHei, 8.5, 12),
    };

    public static IReadOnlyList<PageDesign> All { get; } =
    [
        Magazine,
        Magazine with
        {
            Name = "3col",
            Columns = 3,
            Gutter = 16,
            SideMargin = 40,
            SpanningPictures = true,
            ColumnRules = true,
            Body = new TypeStyle(FontFace.MicroHei, 9, 14.5),
            Section = new TypeStyle(FontFace.ZenHei, 10.5, 14.5),
            Headline = new TypeStyle(FontFace.ZenHei, 24, 32),
        },
        Magazine with
        {
            Name = "newspaper",
            Width = 841.89,
            Height = 1190.55,
            Columns = 5,
            Gutter = 14,
            SideMargin = 44,
            Boxes = true,
            Bulletins = 4,
            Body = new TypeStyle(FontFace.Ming, 11, 17),
            Section = new TypeStyle(FontFace.ZenHei, 11, 17),
            Headline = new TypeStyle(FontFace.ZenHei, 32, 43),
            Subhead = new TypeStyle(FontFace.Kai, 18, 26),
            Byline = new TypeStyle(FontFace.Kai, 11, 20),
            Caption = new TypeStyle(FontFace.ZenHei, 9, 13),
        },
        Magazine with { Name = "wide", Columns = 1, SideMargin = 90, Body = new TypeStyle(FontFace.Ming, 12, 22), Section = new TypeStyle(FontFace.ZenHei, 13, 22) },
        Magazine with
        {
            Name = "middle",
            Columns = 3,
            Gutter = 18,
            SideMargin = 44,
            HeadlineInMiddle = true,
            Body = new TypeStyle(FontFace.Ming, 9.5, 15),
            Section = new TypeStyle(FontFace.ZenHei, 10, 15),
        },
        Magazine with
        {
            Name = "noto",
            Body = new TypeStyle(FontFace.Serif, 10, 16.5),
            Headline = new TypeStyle(FontFace.SansBold, 21, 29),
            Section = new TypeStyle(FontFace.SerifBold, 10, 16.5),
        },
        Magazine with
        {
            Name = "digest",
            HeadlineInColumn = true,
            Bulletins = 3,
            Body = new TypeStyle(FontFace.Serif, 9.5, 15.5),
            Headline = new TypeStyle(FontFace.SerifBold, 14, 20),
            Subhead = new TypeStyle(FontFace.Kai, 11, 16),
            Section = new TypeStyle(FontFace.SerifBold, 9.5, 15.5),
        },
        Magazine with
        {
            Name = "feature",
            PullQuoteAndSidebar = true,
            Columns = 3,
            Gutter = 16,
            SideMargin = 40,
            Body = new TypeStyle(FontFace.Ming, 9.5, 15.5),
            Headline = new TypeStyle(FontFace.ZenHei, 26, 36),
        },
        Magazine with
        {
            Name = "vertical",
            Vertical = true,
            Body = new TypeStyle(FontFace.Ming, 11, 19),
            Headline = new TypeStyle(FontFace.ZenHei, 22, 34),
        },
    ];

    /// <summary>
    /// The same without Arphic's faces, whose licence asks for its text beside every subset: for files that are handed on alone.
    /// </summary>
    public PageDesign WithoutArphic() => this with
    {
        Body = Replace(Body),
        Headline = Replace(Headline),
        Subhead = Replace(Subhead),
        Byline = Replace(Byline),
        Section = Replace(Section),
        Caption = Replace(Caption),
        Furniture = Replace(Furniture),
    };

    private static TypeStyle Replace(TypeStyle style) =>
        style.Face == FontFace.Ming ? style with { Face = FontFace.Serif } : style.Face == FontFace.Kai ? style with { Face = FontFace.MicroHei } : style;

    /// <exception cref="ArgumentException">No design has that name.</exception>
    public static PageDesign Find(string name) => All.FirstOrDefault(design => design.Name == name)
        ?? throw new ArgumentException($"no layout {name}; there are {string.Join(", ", All.Select(design => design.Name))}", nameof(name));
}
