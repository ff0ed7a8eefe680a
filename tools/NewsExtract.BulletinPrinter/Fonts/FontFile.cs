using System.Buffers.Binary;
using System.Text;

namespace NewsExtract.BulletinPrinter.Fonts;

/// <summary>One face of a font file or collection: its tables, which glyph a character has and how wide that is.</summary>
internal sealed class FontFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly int _advanceCount;

    /// <exception cref="InvalidDataException">Not a TrueType or OpenType font.</exception>
    public FontFile(string path, int faceIndex)
    {
        _bytes = File.ReadAllBytes(path);
        var offset = Tag(0) == "ttcf" ? (int)U32(12 + 4 * faceIndex) : 0;
        var count = U16(offset + 4);
        for (var i = 0; i < count; i++)
        {
            var entry = offset + 12 + 16 * i;
            _tables[Tag(entry)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        if (!_tables.ContainsKey("cmap") || !_tables.ContainsKey("head"))
        {
            throw new InvalidDataException($"{path}: no font with cmap and head tables");
        }

        UnitsPerEm = U16(Offset("head") + 18);
        GlyphCount = U16(Offset("maxp") + 4);
        _advanceCount = U16(Offset("hhea") + 34);
        ReadCharacterMap();
    }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>Outlines are CFF, not TrueType.</summary>
    public bool IsCff => _tables.ContainsKey("CFF ");

    public bool Has(string table) => _tables.ContainsKey(table);

    public ReadOnlySpan<byte> Table(string table) => _bytes.AsSpan(_tables[table].Offset, _tables[table].Length);

    /// <returns>0 when the face lacks the character.</returns>
    public int Glyph(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    /// <summary>Of 1,000 to the em.</summary>
    public double Advance(int glyph) => U16(Offset("hmtx") + 4 * Math.Min(glyph, _advanceCount - 1)) * 1000.0 / UnitsPerEm;

    public ushort RawAdvance(int glyph) => U16(Offset("hmtx") + 4 * Math.Min(glyph, _advanceCount - 1));

    public short RawBearing(int glyph) => (short)U16(glyph < _advanceCount
        ? Offset("hmtx") + 4 * glyph + 2
        : Offset("hmtx") + 4 * _advanceCount + 2 * (glyph - _advanceCount));

    /// <summary>The bytes of a TrueType glyph; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var isLong = U16(Offset("head") + 50) != 0;
        var loca = Offset("loca");
        var (start, end) = isLong
            ? ((int)U32(loca + 4 * glyph), (int)U32(loca + 4 * glyph + 4))
            : (2 * U16(loca + 2 * glyph), 2 * U16(loca + 2 * glyph + 2));
        return _bytes.AsSpan(Offset("glyf") + start, end - start);
    }

    private int Offset(string table) => _tables[table].Offset;

    private string Tag(int at) => Encoding.ASCII.GetString(_bytes, at, 4);

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));

    // Subtables of formats 4 (basic plane) and 12 (all planes), OpenType "cmap".
    private void ReadCharacterMap()
    {
        var cmap = Offset("cmap");
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var (platform, encoding) = (U16(cmap + 4 + 8 * i), U16(cmap + 6 + 8 * i));
            var table = cmap + (int)U32(cmap + 8 + 8 * i);
            if (platform is not (0 or 3) || (platform == 3 && encoding is not (1 or 10)))
            {
                continue;
            }

            if (U16(table) == 4)
            {
                ReadSegments(table);
            }
            else if (U16(table) == 12)
            {
                ReadGroups(table);
            }
        }
    }

    private void ReadSegments(int table)
    {
        var twice = U16(table + 6);
        for (var s = 0; s < twice; s += 2)
        {
            var (end, start) = (U16(table + 14 + s), U16(table + 16 + twice + s));
            var delta = U16(table + 16 + 2 * twice + s);
            var rangeAt = table + 16 + 3 * twice + s;
            for (int c = start; c <= end && c != 0xffff; c++)
            {
                var glyph = U16(rangeAt) == 0 ? (c + delta) & 0xffff : U16(rangeAt + U16(rangeAt) + 2 * (c - start));
                if (U16(rangeAt) != 0 && glyph != 0)
                {
                    glyph = (glyph + delta) & 0xffff;
                }

                if (glyph != 0)
                {
                    _glyphs.TryAdd(c, glyph);
                }
            }
        }
    }

    private void ReadGroups(int table)
    {
        for (var g = 0; g < U32(table + 12); g++)
        {
            var at = table + 16 + 12 * g;
            for (var c = U32(at); c <= U32(at + 4); c++)
            {
                _glyphs.TryAdd((int)c, (int)(U32(at + 8) + c - U32(at)));
            }
        }
    }
}
