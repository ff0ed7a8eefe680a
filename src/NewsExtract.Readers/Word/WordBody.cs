using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace NewsExtract.Readers.Word;

/// <summary>Reads the paragraphs of a Word file in order. Not safe for concurrent use.</summary>
internal sealed class WordBody(WordPackage package, CancellationToken cancellation)
{
    private const int LongestCell = 200;

    private readonly List<WordParagraph> _paragraphs = [];
    private readonly Dictionary<string, XElement> _notes = ReadNotes(package);
    private readonly List<XElement> _boxes = [];
    private readonly List<string> _noted = [];
    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, int> _sizes = [];
    private int _bold;
    private int _shown;
    private int _empty;
    private bool _goesOn;

    public List<WordParagraph> Read()
    {
        ReadFurniture("header");
        ReadBlocks(package.Document.Child("body") ?? package.Document, WordParagraphKind.Text);
        ReadFurniture("footer");
        return _paragraphs;
    }

    private static Dictionary<string, XElement> ReadNotes(WordPackage package)
    {
        var notes = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var type in (ReadOnlySpan<string>)["footnotes", "endnotes"])
        {
            foreach (var note in package.Load(type)?.Elements() ?? [])
            {
                // Separators have a type, notes have none.
                if (note.Value("id") is { } id && note.Value("type") is null)
                {
                    notes.TryAdd(type[0] + id, note);
                }
            }
        }

        return notes;
    }

    // Each text once: sections repeat their headers, and first and even pages vary them.
    private void ReadFurniture(string type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in package.All(type))
        {
            var start = _paragraphs.Count;
            ReadBlocks(part, WordParagraphKind.Furniture);
            for (var i = _paragraphs.Count - 1; i >= start; i--)
            {
                if (!_paragraphs[i].Text.Any(char.IsLetter) || !seen.Add(_paragraphs[i].Text))
                {
                    _paragraphs.RemoveAt(i);
                }
            }
        }
    }

    private void ReadBlocks(XElement parent, WordParagraphKind kind)
    {
        foreach (var block in parent.Elements())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (block.Name.LocalName)
            {
                case "p":
                    ReadParagraph(block, kind);
                    break;
                case "tbl":
                    ReadTable(block, kind);
                    break;
                case "sdt":
                    ReadBlocks(block.Child("sdtContent") ?? block, kind);
                    break;
                case "ins" or "moveTo" or "customXml" or "smartTag":
                    ReadBlocks(block, kind);
                    break;
                case "AlternateContent":
                    ReadBlocks(block.Child("Choice") ?? block.Child("Fallback") ?? block, kind);
                    break;
            }
        }
    }

    private void ReadParagraph(XElement paragraph, WordParagraphKind kind)
    {
        var properties = paragraph.Child("pPr");
        var style = package.Styles.Paragraph(properties.Child("pStyle").Value());
        var own = WordStyle.Of(style.Name, properties, run: null).Over(style);
        if (!_goesOn)
        {
            Begin();
        }

        ReadRuns(paragraph, own);

        // The mark at the end is deleted under review: the next paragraph goes on with this one.
        _goesOn = properties.Child("rPr").Child("del") is not null && paragraph.NextNode is XElement { Name.LocalName: "p" };
        if (_goesOn)
        {
            return;
        }

        var text = _text.ToString();
        if (text.AsSpan().Trim().IsEmpty)
        {
            _empty++;
        }
        else
        {
            var number = package.Numbering.Next(own.List.Id, own.List.Level);
            kind = kind != WordParagraphKind.Text ? kind
                : WordStyles.IsContents(own) ? WordParagraphKind.Furniture
                : own.List.Id is not (null or "0") ? WordParagraphKind.ListItem
                : WordParagraphKind.Text;
            var size = _sizes.Count == 0 ? own.Size ?? 0 : _sizes.MaxBy(pair => (pair.Value, pair.Key)).Key;
            _paragraphs.Add(new WordParagraph(number + text, kind, own, size, _bold * 10 >= _shown * 9, own.IsCentred == true, _empty));
            _empty = 0;
        }

        ReadAsides(kind);
    }

    private void Begin()
    {
        _text.Clear();
        _sizes.Clear();
        _bold = _shown = 0;
    }

    // Text boxes and notes follow the paragraph that they are anchored to.
    private void ReadAsides(WordParagraphKind kind)
    {
        var boxes = _boxes.ToArray();
        var notes = _noted.ToArray();
        _boxes.Clear();
        _noted.Clear();
        foreach (var box in boxes)
        {
            ReadBlocks(box, kind == WordParagraphKind.ListItem ? WordParagraphKind.Text : kind);
        }

        foreach (var id in notes)
        {
            // A note that refers to itself is read once.
            if (_notes.Remove(id, out var note))
            {
                ReadBlocks(note, WordParagraphKind.Note);
            }
        }
    }

    private void ReadRuns(XElement parent, WordStyle style)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "r":
                    ReadRun(element, style);
                    break;
                case "ins" or "moveTo" or "hyperlink" or "smartTag" or "fldSimple" or "customXml" or "bdo" or "dir" or "oMath" or "oMathPara" or "sdtContent" or "rubyBase":
                    ReadRuns(element, style);
                    break;
                case "sdt":
                    ReadRuns(element.Child("sdtContent") ?? element, style);
                    break;
                case "AlternateContent":
                    ReadRuns(element.Child("Choice") ?? element.Child("Fallback") ?? element, style);
                    break;
            }
        }
    }

    private void ReadRun(XElement run, WordStyle style)
    {
        var properties = run.Child("rPr");
        if (properties.Flag("vanish") == true || properties.Flag("webHidden") == true)
        {
            return;
        }

        var start = _text.Length;
        foreach (var element in run.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "t":
                    _text.Append(element.Value);
                    break;
                case "tab" or "ptab":
                    _text.Append('\u3000');
                    break;
                case "br" when element.Value("type") is not ("page" or "column"):
                case "cr":
                    _text.Append('\n');
                    break;
                case "noBreakHyphen":
                    _text.Append('-');
                    break;
                case "sym" when int.TryParse(element.Value("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xD800:
                    _text.Append((char)code);
                    break;
                case "footnoteReference" or "endnoteReference" when element.Value("id") is { } id:
                    _noted.Add(element.Name.LocalName[0] + id);
                    break;
                case "ruby":
                    ReadRuns(element, style);
                    break;
                case "drawing" or "pict" or "object" or "AlternateContent":
                    FindBoxes(element);
                    break;
            }
        }

        Count(start, properties, style);
    }

    private void Count(int start, XElement? properties, WordStyle style)
    {
        var characters = package.Styles.Run(properties.Child("rStyle").Value());
        var size = properties.Child("sz").Number() ?? characters?.Size ?? style.Size ?? 0;
        var isBold = properties.Flag("b") ?? characters?.IsBold ?? style.IsBold ?? false;
        var shown = 0;
        for (var i = start; i < _text.Length; i++)
        {
            shown += char.IsWhiteSpace(_text[i]) ? 0 : 1;
        }

        _sizes[size] = _sizes.GetValueOrDefault(size) + shown;
        _bold += isBold ? shown : 0;
        _shown += shown;
    }

    private void FindBoxes(XElement element)
    {
        if (element.Name.LocalName == "txbxContent")
        {
            _boxes.Add(element);
            return;
        }

        if (element.Name.LocalName == "AlternateContent")
        {
            FindBoxes(element.Child("Choice") ?? element.Child("Fallback") ?? new XElement("none"));
            return;
        }

        foreach (var child in element.Elements())
        {
            FindBoxes(child);
        }
    }

    private void ReadTable(XElement table, WordParagraphKind kind)
    {
        var rows = Rows(table).ToList();
        if (!IsData(rows))
        {
            foreach (var cell in rows.SelectMany(Cells))
            {
                ReadBlocks(cell, kind);
            }

            return;
        }

        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            Begin();
            foreach (var cell in Cells(row))
            {
                foreach (var paragraph in cell.Descendants().Where(element => element.Name.LocalName == "p"))
                {
                    ReadRuns(paragraph, package.Styles.Defaults);
                    _text.Append(' ');
                }

                _text.Append('\t');
            }

            var text = _text.Replace('\n', ' ').ToString();
            if (!text.AsSpan().Trim().IsEmpty)
            {
                _paragraphs.Add(new WordParagraph(text, kind == WordParagraphKind.Text ? WordParagraphKind.TableRow : kind, package.Styles.Defaults, 0, false, false, _empty));
                _empty = 0;
            }

            ReadAsides(kind);
        }
    }

    // A table of one column, or with long cells, only places text.
    private static bool IsData(List<XElement> rows) =>
        rows.Exists(row => Cells(row).Skip(1).Any())
        && rows.TrueForAll(row => Cells(row).All(cell => cell.Descendants().Where(element => element.Name.LocalName == "t").Sum(text => text.Value.Length) <= LongestCell));

    private static IEnumerable<XElement> Rows(XElement table) => Wrapped(table, "tr");

    private static IEnumerable<XElement> Cells(XElement row) => Wrapped(row, "tc");

    private static IEnumerable<XElement> Wrapped(XElement parent, string name)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name.LocalName == name)
            {
                yield return child;
            }
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "ins" or "customXml")
            {
                foreach (var inner in Wrapped(child, name))
                {
                    yield return inner;
                }
            }
        }
    }
}
