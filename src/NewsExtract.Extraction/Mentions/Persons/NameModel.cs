using System.Globalization;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Persons;

/// <summary>
/// How much a run of characters looks like a person's name, from the characters alone: log likelihood ratios of each
/// character in its place of a name against running text. Loaded once, on first use; safe for concurrent use.
/// </summary>
internal sealed class NameModel
{
    /// <summary>Shortest and longest Chinese name, compound surnames included.</summary>
    public const int MinLength = 2;

    public const int MaxLength = 4;

    /// <summary>Longest name of a people that writes its names without a dot: 巴雅尔其木格.</summary>
    public const int MaxLongLength = 7;

    private const char FirstHan = '\u4e00';
    private const int HanCount = 0x5200;
    private const sbyte Unknown = sbyte.MinValue;

    private static readonly Lazy<NameModel> s_shared = new(() => new NameModel());

    private readonly sbyte[] _surname = NewTable();
    private readonly sbyte[] _first = NewTable();
    private readonly sbyte[] _last = NewTable();
    private readonly sbyte[] _single = NewTable();
    private readonly sbyte[] _foreign = NewTable();
    private readonly HashSet<string> _compound = new(StringComparer.Ordinal);
    private readonly WordTrie _minority;
    private readonly WordTrie _japanese;

    private NameModel()
    {
        foreach (var entry in LexiconFile.Read(typeof(NameModel).Assembly, "Mentions/Persons/NameCharacters.lex.txt"))
        {
            if (entry.Section == "compound")
            {
                _compound.Add(entry.Word);
                continue;
            }

            var table = entry.Section switch
            {
                "surname" => _surname,
                "first" => _first,
                "last" => _last,
                "single" => _single,
                "foreign" => _foreign,
                _ => throw new InvalidDataException($"name characters: section [{entry.Section}] is unknown"),
            };
            table[entry.Word[0] - FirstHan] = sbyte.Parse(entry.Attribute!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        _japanese = new WordTrie([.. PersonLexicon.Words("japanese").Select(word => KeyValuePair.Create(word, 0))]);
        _minority = new WordTrie([.. PersonLexicon.Words("minority").Select(word => KeyValuePair.Create(word, 0))]);
    }

    public static NameModel Shared => s_shared.Value;

    /// <summary>Whether a Chinese surname stands at <paramref name="start"/>; <paramref name="length"/> is 2 for a compound one.</summary>
    public bool IsSurname(ReadOnlySpan<char> text, int start, out int length)
    {
        length = IsCompound(text, start) ? 2 : 1;
        return length == 2 || Look(_surname, text[start]) != Unknown;
    }

    /// <summary>
    /// Log likelihood ratio of a Chinese name of 2 to 4 characters; <see cref="float.NegativeInfinity"/> when it begins
    /// with no surname.
    /// </summary>
    public float Chinese(ReadOnlySpan<char> name)
    {
        var best = float.NegativeInfinity;
        if (name.Length > 2 && IsCompound(name, 0))
        {
            best = 6 + Given(name[2..]);
        }

        // 阮氏金兰: Vietnamese women's names.
        if (name.Length == 4 && name[1] == '氏')
        {
            best = 4 + Given(name[2..]);
        }

        var surname = Look(_surname, name[0]);
        if (surname != Unknown && name.Length <= 3)
        {
            best = Math.Max(best, (surname / 10f) + Given(name[1..]));
        }

        return best;
    }

    /// <summary>Whether a name is a Japanese family name of two or three characters and one to three more: 松本健一郎.</summary>
    public bool IsJapanese(ReadOnlySpan<char> name) => _japanese.Longest(name, 0, out _) is var length && length > 0 && name.Length - length is >= 1 and <= 3;

    /// <summary>
    /// How much a run looks like a name of another language spelled in Chinese characters; about 1 for each character that
    /// such names prefer, more where parts of minority names are known.
    /// </summary>
    public float Spelled(ReadOnlySpan<char> name)
    {
        float sum = 0;
        var whole = true;
        for (var i = 0; i < name.Length;)
        {
            var length = _minority.Longest(name, i, out _);
            if (length > 0)
            {
                sum += 2.2f * length;
                i += length;
                continue;
            }

            whole = false;

            var value = Look(_foreign, name[i]);
            sum += value == Unknown ? -2 : Math.Clamp(value / 10f, -2, 2);
            i++;
        }

        return whole ? sum + (0.6f * name.Length) : sum;
    }

    /// <summary>Whether a run is made of known parts of names alone: 扎西平措, 央吉.</summary>
    public bool IsMinority(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < name.Length;)
        {
            var length = _minority.Longest(name, i, out _);
            if (length == 0)
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    /// <summary>Whether a known part of a minority name reaches over the end of the run: 李加才|让.</summary>
    public bool CutsMinority(ReadOnlySpan<char> text, int start, int end)
    {
        for (var i = Math.Max(start, end - 3); i < end; i++)
        {
            if (i + _minority.Longest(text, i, out _) > end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the character is one that foreign names are spelled with.</summary>
    public bool IsSpelling(char character) => Look(_foreign, character) is var value && value != Unknown && value > -5;

    private static sbyte[] NewTable()
    {
        var table = new sbyte[HanCount];
        Array.Fill(table, Unknown);
        return table;
    }

    private static sbyte Look(sbyte[] table, char character) =>
        character is >= FirstHan and < (char)(FirstHan + HanCount) ? table[character - FirstHan] : Unknown;

    private static float Value(sbyte[] table, char character)
    {
        var value = Look(table, character);
        return value == Unknown ? -4 : value / 10f;
    }

    private float Given(ReadOnlySpan<char> given) => given.Length switch
    {
        1 => Value(_single, given[0]),
        2 => Value(_first, given[0]) + Value(_last, given[1]) + 1,
        _ => float.NegativeInfinity,
    };

    private bool IsCompound(ReadOnlySpan<char> text, int start) =>
        start + 1 < text.Length && _compound.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Slice(start, 2));
}
