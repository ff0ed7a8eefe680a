using System.Buffers;
using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace NewsExtract.Readers.Pdf;

/// <summary>
/// The predefined CMaps for UTF-32 and UTF-8 text (UniGB-UTF32-H, UniCNS-UTF8-V …), which the library does not have. Which
/// character a glyph shows it knows; turned round, that gives the glyph of each character, and so these CMaps, which are put into
/// its table. The table is not public: a test says so when a new version of the library moves it.
/// </summary>
internal static partial class PredefinedCMaps
{
    /// <summary>Of the tree of pages.</summary>
    private const int MostLevels = 32;

    /// <summary>Adds those that the fonts of a page name and the library lacks.</summary>
    /// <returns>Whether there are any: a file that is opened anew can use them.</returns>
    public static bool AddFor(PdfDocument document, DictionaryToken page)
    {
        var added = false;
        var owner = page;
        for (var depth = 0; depth < MostLevels && !owner.Data.ContainsKey("Resources") && Find(document, owner, "Parent") is DictionaryToken parent; depth++)
        {
            owner = parent;
        }

        if (Find(document, owner, "Resources") is DictionaryToken resources && Find(document, resources, "Font") is DictionaryToken fonts)
        {
            foreach (var font in fonts.Data.Keys)
            {
                added |= Find(document, fonts, font) is DictionaryToken { Data: var entries } && entries.TryGetValue("Encoding", out var encoding) && encoding is NameToken { Data: var name } && TryAdd(name);
            }
        }

        return added;
    }

    /// <returns><c>false</c> when the name is another's, or it is there already.</returns>
    public static bool TryAdd(string name)
    {
        var parts = Names().Match(name);
        if (!parts.Success)
        {
            return false;
        }

        var cache = InternalType("CMapCache");
        var table = (IDictionary)cache.GetField("Cache", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        lock (cache.GetField("Lock", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!)
        {
            if (table.Contains(name))
            {
                return false;
            }

            if (TryGet(cache, $"{parts.Groups["set"].Value}-UTF16-H") is not { } utf16 || TryGet(cache, $"Adobe-{Get(Get(utf16, "Info"), "Ordering")}-UCS2") is not { } toUnicode)
            {
                return false;
            }

            table[name] = Create(name, isUtf8: parts.Groups["form"].Value == "UTF8", utf16, (IReadOnlyDictionary<int, string>)Get(toUnicode, "BaseFontCharacterMap"));
            return true;
        }
    }

    private static object? TryGet(Type cache, string name)
    {
        object?[] arguments = [name, StackDepthGuard.Infinite, null];
        return cache.GetMethod("TryGet")!.Invoke(null, arguments) is true ? arguments[2] : null;
    }

    private static IToken? Find(PdfDocument document, DictionaryToken dictionary, string key)
    {
        if (!dictionary.Data.TryGetValue(key, out var token))
        {
            return null;
        }

        return token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;
    }

    // Codes are bytes read as one number, so that those of UTF-32 are the characters themselves.
    private static object Create(string name, bool isUtf8, object utf16, IReadOnlyDictionary<int, string> charactersByGlyph)
    {
        // Forms for vertical text and the like have higher numbers than the plain one.
        var glyphs = new SortedDictionary<int, int>();
        foreach (var (glyph, characters) in charactersByGlyph.OrderBy(static pair => pair.Key))
        {
            if (Rune.DecodeFromUtf16(characters, out var rune, out var length) == OperationStatus.Done && length == characters.Length)
            {
                glyphs.TryAdd(isUtf8 ? Utf8Code(rune) : rune.Value, glyph);
            }
        }

        (byte[] From, byte[] To)[] codes = isUtf8
            ? [([0x00], [0x7F]), ([0xC2, 0x80], [0xDF, 0xBF]), ([0xE0, 0x80, 0x80], [0xEF, 0xBF, 0xBF]), ([0xF0, 0x80, 0x80, 0x80], [0xF7, 0xBF, 0xBF, 0xBF])]
            : [([0, 0, 0, 0], [0, 0x10, 0xFF, 0xFF])];
        var codespace = InternalType("CodespaceRange");
        var mapping = InternalType("CidCharacterMapping");
        return Activator.CreateInstance(
            utf16.GetType(),
            Get(utf16, "Info"),
            Get(utf16, "Type"),
            name.EndsWith('V') ? 1 : 0,
            name,
            Get(utf16, "Version"),
            new Dictionary<int, string>(),
            ArrayOf(codespace, codes, code => Activator.CreateInstance(codespace, (ReadOnlyMemory<byte>)code.From, (ReadOnlyMemory<byte>)code.To)!),
            Array.CreateInstance(InternalType("CidRange"), 0),
            ArrayOf(mapping, glyphs, pair => Activator.CreateInstance(mapping, pair.Key, pair.Value)!))!;
    }

    private static Type InternalType(string name) => typeof(PdfDocument).Assembly.GetType($"UglyToad.PdfPig.PdfFonts.Cmap.{name}", throwOnError: true)!;

    private static int Utf8Code(Rune character)
    {
        Span<byte> bytes = stackalloc byte[4];
        var code = 0;
        foreach (var part in bytes[..character.EncodeToUtf8(bytes)])
        {
            code = (code << 8) | part;
        }

        return code;
    }

    private static Array ArrayOf<T>(Type type, IReadOnlyCollection<T> items, Func<T, object> create)
    {
        var array = Array.CreateInstance(type, items.Count);
        var i = 0;
        foreach (var item in items)
        {
            array.SetValue(create(item), i++);
        }

        return array;
    }

    private static object Get(object target, string property) => target.GetType().GetProperty(property)!.GetValue(target)!;

    [GeneratedRegex("^(?<set>Uni[A-Z]+)-(?<form>UTF8|UTF32)-(?<mode>[HV])$")]
    private static partial Regex Names();
}
