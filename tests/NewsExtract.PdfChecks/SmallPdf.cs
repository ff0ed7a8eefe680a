using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NewsExtract.PdfChecks;

/// <summary>
/// PDF files of two pages that hold a little of everything a bulletin's file may hold: a font by a predefined CMap, a drawn font
/// with its ToUnicode map, a form, pictures inside and outside the content, lines and clips, an outline. They are there to be damaged.
/// </summary>
internal static class SmallPdf
{
    private static readonly string[] s_lines =
    [
        "江州市举行春季运动会", "本报讯 4月12日，江州市第五届春季运动会在市体育馆开幕，", "共有36个代表队、1280名运动员参加。", "市教育局副局长张三在开幕式上致辞。",
    ];

    private static readonly (string Name, Func<string, byte[], byte[]> Stream, Func<List<byte[]>, byte[]> File)[] s_kinds =
    [
        ("plain", Plain, Classic),
        ("flate", Flate, Classic),
        ("hex", Hex, Classic),
        ("objects in streams", Flate, WithObjectStream),
        ("objects in plain streams", Plain, WithObjectStream),
    ];

    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } = [.. s_kinds.Select(kind => (kind.Name, kind.File(Objects(kind.Stream))))];

    /// <summary>A sound file around content, fonts and pictures that were damaged before they were packed into it.</summary>
    public static (string Name, byte[] Bytes) WithDamagedStreams(int seed)
    {
        var (name, stream, file) = s_kinds[seed % s_kinds.Length];
        return ($"{name}, streams", file(Objects((entries, content) => stream(entries, PdfMutator.Mutate(content, seed + content.Length)))));
    }

    // Objects 1 to n.
    private static List<byte[]> Objects(Func<string, byte[], byte[]> stream)
    {
        var font = "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [8 0 R] >>";
        return
        [
            Ascii("<< /Type /Catalog /Pages 2 0 R /Outlines 16 0 R /Lang (zh-CN) >>"),
            Ascii("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 420 595] /Resources 5 0 R >>"),
            Ascii("<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>"),
            Ascii("<< /Type /Page /Parent 2 0 R /Contents [6 0 R 7 0 R] /CropBox [10 10 400 580] /Rotate 90 >>"),
            Ascii("<< /Font << /F1 9 0 R /F2 10 0 R >> /XObject << /Fm 13 0 R /Im 14 0 R >> /ExtGState << /G << /ca .5 /Font [9 0 R 8] >> >> >>"),
            stream("", Ascii(FirstContent())),
            stream("", Ascii("q 1 0 0 1 5 5 cm /G gs BT /F2 20 Tf 1 0 0 1 60 200 Tm [(ab) -120 (a)] TJ T* (b) ' ET /Im Do Q\n0.5 w 20 30 m 400 30 l S 60 60 40 40 re W n BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI\n")),
            Ascii("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 [500 500] 814 939 500] /FontDescriptor 15 0 R >>"),
            Ascii(font),
            Ascii("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 98 /Widths [1000 1000] /Encoding << /Type /Encoding /Differences [97 /a /b] >> /CharProcs << /a 11 0 R /b 11 0 R >> /ToUnicode 12 0 R /Resources << >> >>"),
            stream("", Ascii("1000 0 0 0 1000 1000 d1 100 100 800 800 re f\n")),
            stream("", Ascii("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n2 beginbfchar <61> <5E02> <62> <9547> endbfchar\n1 beginbfrange <63> <64> <4E00> endbfrange\nendcmap end end\n")),
            stream("/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Matrix [1 0 0 1 0 0] /Resources << /Font << /F1 9 0 R >> /XObject << /Im 14 0 R >> >>", Ascii($"BT /F1 9 Tf 20 100 Td <{Codes("图为开幕式现场。李四摄")}> Tj ET /Im Do\n")),
            stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8", [255, 0, 0, 0, 255, 0, 0, 0, 255, 128, 128, 128]),
            Ascii("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"),
            Ascii("<< /Type /Outlines /First 17 0 R /Last 17 0 R /Count 1 >>"),
            Ascii($"<< /Title <FEFF{Codes(s_lines[0])}> /Parent 16 0 R /Dest [3 0 R /XYZ 0 500 0] >>"),
        ];
    }

    private static string FirstContent()
    {
        var content = new StringBuilder("q /Fm Do Q\nBT /F1 18 Tf 60 520 Td ");
        content.Append(CultureInfo.InvariantCulture, $"<{Codes(s_lines[0])}> Tj /F1 10.5 Tf 0 -40 Td 16 TL 0 Tc 100 Tz 0 Ts 0 Tr\n");
        foreach (var line in s_lines[1..])
        {
            content.Append(CultureInfo.InvariantCulture, $"[<{Codes(line[..4])}> 20 <{Codes(line[4..])}>] TJ T*\n");
        }

        return content.Append("ET /Span << /ActualText (A) >> BDC EMC 10 10 m 20 20 30 30 40 10 c h f* 0 0 1 rg\n").ToString();
    }

    private static string Codes(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private static byte[] Plain(string entries, byte[] content) => Stream(entries, content);

    private static byte[] Hex(string entries, byte[] content) => Stream(entries + " /Filter /ASCIIHexDecode", Ascii(Convert.ToHexString(content) + ">"));

    private static byte[] Flate(string entries, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return Stream(entries + " /Filter /FlateDecode", packed.ToArray());
    }

    private static byte[] Stream(string entries, byte[] content) => [.. Ascii($"<< /Length {content.Length} {entries} >>\nstream\n"), .. content, .. "\nendstream"u8];

    private static byte[] Classic(List<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"u8);
        var offsets = Write(file, objects);
        var xref = file.Position;
        var table = new StringBuilder("xref\n0 ").Append(objects.Count + 1).Append("\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            table.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        file.Write(Ascii(table.ToString()));
        return file.ToArray();
    }

    // PDF 1.5: everything that is no stream lies in one object stream, and the cross-reference is a stream of rows of 1 + 4 + 2 bytes.
    private static byte[] WithObjectStream(List<byte[]> objects)
    {
        const string StreamMark = "endstream";
        var packed = objects.Select(content => !Encoding.Latin1.GetString(content).EndsWith(StreamMark, StringComparison.Ordinal)).ToList();
        var inside = Enumerable.Range(0, objects.Count).Where(i => packed[i]).ToList();
        var head = new StringBuilder();
        var length = 0;
        foreach (var i in inside)
        {
            head.Append(CultureInfo.InvariantCulture, $"{i + 1} {length} ");
            length += objects[i].Length + 1;
        }

        byte[] body = [.. Ascii(head.ToString()), .. inside.SelectMany(i => objects[i].Append((byte)'\n'))];
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var offsets = Write(file, [.. objects.Select((content, i) => packed[i] ? [] : content), Flate($"/Type /ObjStm /N {inside.Count} /First {head.Length}", body)]);
        var container = objects.Count + 1;
        var xref = file.Position;
        offsets.Add(xref);
        using var rows = new MemoryStream();
        Row(0, 0, 65535);
        for (var i = 0; i < offsets.Count; i++)
        {
            var isInside = i < packed.Count && packed[i];
            Row(isInside ? 2 : 1, isInside ? container : offsets[i], isInside ? inside.IndexOf(i) : 0);
        }

        file.Write(Ascii($"{container + 1} 0 obj\n"));
        file.Write(Flate($"/Type /XRef /Size {offsets.Count + 1} /W [1 4 2] /Root 1 0 R", rows.ToArray()));
        file.Write(Ascii($"\nendobj\nstartxref\n{xref}\n%%EOF\n"));
        return file.ToArray();

        void Row(int kind, long field, int last) => rows.Write([(byte)kind, (byte)(field >> 24), (byte)(field >> 16), (byte)(field >> 8), (byte)field, (byte)(last >> 8), (byte)last]);
    }

    // An empty object is left out and has offset 0.
    private static List<long> Write(MemoryStream file, List<byte[]> objects)
    {
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(objects[i].Length == 0 ? 0 : file.Position);
            if (objects[i].Length > 0)
            {
                file.Write(Ascii($"{i + 1} 0 obj\n"));
                file.Write(objects[i]);
                file.Write("\nendobj\n"u8);
            }
        }

        return offsets;
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
