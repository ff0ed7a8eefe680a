using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Arrangement;

namespace NewsExtract.Readers.Tests.Arrangement;

/// <summary>A page set by a test, line by line.</summary>
internal sealed class SetPage
{
    private readonly List<Glyph> _glyphs = [];
    private readonly List<Box> _pictures = [];
    private readonly List<Box> _rules = [];

    /// <summary>Characters one em apart; a wide blank leaves its place empty. In points from the page's left and bottom.</summary>
    public void Line(string text, float left, float bottom, float size)
    {
        var hasSpace = false;
        foreach (var character in text)
        {
            if (character != '　')
            {
                _glyphs.Add(new Glyph(character.ToString(), new Box(left, bottom, left + size, bottom + size), size, hasSpace ? GlyphTraits.SpaceBefore : GlyphTraits.None));
            }

            hasSpace = character == '　';
            left += size;
        }
    }

    public void Picture(float left, float bottom, float width, float height) => _pictures.Add(new Box(left, bottom, left + width, bottom + height));

    /// <summary>A thin drawn line.</summary>
    public void Rule(float left, float bottom, float right, float top) => _rules.Add(new Box(left, bottom, right, top));

    public void Frame(float left, float bottom, float right, float top)
    {
        Rule(left, bottom, right, bottom);
        Rule(left, top, right, top);
        Rule(left, bottom, left, top);
        Rule(right, bottom, right, top);
    }

    /// <summary>The texts of its lines in reading order.</summary>
    public IEnumerable<string> Arrange()
    {
        var page = new PageContent { Number = 1, Width = 450, Height = 800, Glyphs = [.. _glyphs], Pictures = [.. _pictures], Rules = [.. _rules] };
        var document = DocumentComposer.Compose("0", new DocumentSource("set", new byte[1]), PageArranger.Arrange([page], CancellationToken.None), []);
        return document.Text.Split('\n').Where(line => line.Length > 0);
    }
}
