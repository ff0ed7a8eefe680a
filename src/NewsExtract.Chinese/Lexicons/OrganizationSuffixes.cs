using System.Collections.Frozen;
using System.Reflection;

namespace NewsExtract.Chinese.Lexicons;

/// <summary>The endings of names of bodies by kind, and the bodies that are names by themselves: Organizations.lex.txt. Safe for concurrent use.</summary>
internal sealed class OrganizationSuffixes
{
    public const string Resource = "Lexicons/Organizations.lex.txt";

    private static readonly Lazy<OrganizationSuffixes> s_shared = new(static () => new OrganizationSuffixes());

    private readonly FrozenDictionary<string, FrozenSet<string>> _sections;
    private readonly int _longest;

    private OrganizationSuffixes()
    {
        var entries = LexiconFile.Read(Assembly, Resource);
        _sections = entries
            .GroupBy(static entry => entry.Section, StringComparer.Ordinal)
            .ToFrozenDictionary(static section => section.Key, static section => section.Select(static entry => entry.Word).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _longest = entries.Max(static entry => entry.Word.Length);
    }

    public static Assembly Assembly => typeof(OrganizationSuffixes).Assembly;

    public static OrganizationSuffixes Shared => s_shared.Value;

    public bool Has(string section, string word) => _sections[section].Contains(word);

    /// <summary>The length of the longest ending of a section that closes <paramref name="name"/>; 0 for none.</summary>
    public int LongestAtEnd(string section, string name)
    {
        var words = _sections[section];
        for (var length = Math.Min(_longest, name.Length); length > 0; length--)
        {
            if (words.Contains(name[^length..]))
            {
                return length;
            }
        }

        return 0;
    }
}
