using System.Globalization;
using System.Reflection;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Evaluation;
using NewsExtract.Extraction.Mentions.NameShapes;
using NewsExtract.Extraction.Mentions.Persons;
using NewsExtract.Extraction.Mentions.Titles;
using NewsExtract.Learning;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>
/// What the lexicons of rules bring: mention F1 by rules, and by rules and the shipped model, with a kind of words emptied in this process. The
/// model was trained with all of them.
/// </summary>
internal static class LexiconRuns
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public static void Print(string[] folders)
    {
        Console.WriteLine("| without | " + string.Join(" | ", folders.Select(static folder => $"{folder}: rules | with the model")) + " |");
        Console.WriteLine(string.Concat(Enumerable.Repeat("| --- ", 1 + (2 * folders.Length))) + "|");
        (string Name, Array[] Words)[] kinds =
        [
            ("places of the gazetteer", [Starts(Field(Gazetteer.Shared, "_names"))]),
            ("characters and parts of names", NameTables()),
            ("words known inside names", [Starts(Static(typeof(NameWordLexicon), "s_words")), Starts(Static(typeof(NameWordLexicon), "s_abbreviations"))]),
            ("last words of bodies, zones, facilities, honours, projects and events", Suffixes()),
            ("last words of titles", [Starts(TitleLexicon.Shared.Heads)]),
        ];
        Run("nothing", []);
        foreach (var (name, words) in kinds)
        {
            Run(name, words);
        }

        Run("any of these", [.. kinds.SelectMany(static kind => kind.Words)]);

        void Run(string name, Array[] words)
        {
            var kept = Array.ConvertAll(words, static table => (Array)table.Clone());
            foreach (var table in words)
            {
                Empty(table);
            }

            Console.WriteLine($"| {name} | " + string.Join(" | ", folders.SelectMany(static folder => (string[])[F1(folder, null), F1(folder, ModelMentionReviewer.Shipped)])) + " |");
            for (var i = 0; i < words.Length; i++)
            {
                kept[i].CopyTo(words[i], 0);
            }
        }
    }

    private static string F1(string folder, IMentionReviewer? reviewer) =>
        new Evaluator(new NewsPipelineBuilder { MentionReviewer = reviewer, FactScorer = null }).Run(folder, new EvaluationOptions())["mention"].F1.ToString("F3", CultureInfo.InvariantCulture);

    // The characters that words of a trie begin with: without any there is no word.
    private static Array Starts(object trie) => (uint[])Field((WordTrie)trie, "_starts");

    private static Array[] Suffixes() =>
    [
        .. typeof(SuffixLexicon).Assembly.GetTypes().SelectMany(static type => type.GetFields(Hidden))
            .Where(static field => field.IsStatic && field.FieldType == typeof(SuffixLexicon))
            .Select(static field => Starts(Field(field.GetValue(null)!, "_words"))),
    ];

    private static Array[] NameTables() =>
    [
        .. ((string[])["_surname", "_first", "_last", "_single", "_foreign"]).Select(static name => (Array)Field(NameModel.Shared, name)),
        .. ((string[])["_minority", "_japanese"]).Select(static name => Starts(Field(NameModel.Shared, name))),
    ];

    private static void Empty(Array table)
    {
        if (table is sbyte[] characters)
        {
            Array.Fill(characters, sbyte.MinValue); // what a character that is not listed has
        }
        else
        {
            Array.Clear(table);
        }
    }

    private static object Field(object owner, string name) => owner.GetType().GetField(name, Hidden)!.GetValue(owner)!;

    private static object Static(Type type, string name) => type.GetField(name, Hidden)!.GetValue(null)!;
}
