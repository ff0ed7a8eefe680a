using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NewsExtract.Evaluation;

namespace NewsExtract.Specs;

/// <summary>Runs every section of every <c>*.spec.md</c> under src through the whole pipeline.</summary>
public sealed class SpecRunner
{
    public static TheoryData<string> Names => [.. Cases().Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Facts_are_those_that_the_spec_names(string name)
    {
        var spec = Cases()[name];
        var open = spec.Expected.SelectMany(fact => fact.Where(role => role.Value == "*").Select(role => role.Key)).ToHashSet(StringComparer.Ordinal);
        var expected = spec.Expected.Select(fact => Describe(fact, open)).Order(StringComparer.Ordinal);
        var found = Facts(spec).Select(fact => Describe(fact, open)).Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('\n', expected), string.Join('\n', found));
    }

    [Fact]
    public void Every_spec_has_twelve_examples_and_six_counter_examples_of_its_type()
    {
        foreach (var file in Cases().Values.GroupBy(spec => spec.FactType))
        {
            Assert.True(file.Count(spec => !spec.Expected.IsEmpty) >= 12, $"{file.Key}: fewer than 12 examples");
            Assert.True(file.Count(spec => spec.Expected.IsEmpty) >= 6, $"{file.Key}: fewer than 6 counter-examples");
        }
    }

    private static Dictionary<string, SpecCase> Cases()
    {
        var cases = new Dictionary<string, SpecCase>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "specs"), "*.spec.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var spec in SpecFile.Read(path))
            {
                var name = spec.Name;
                for (var i = 2; !cases.TryAdd(name, spec); i++)
                {
                    name = string.Create(CultureInfo.InvariantCulture, $"{spec.Name} {i}");
                }
            }
        }

        return cases;
    }

    private static IEnumerable<ImmutableSortedDictionary<string, string>> Facts(SpecCase spec)
    {
        var (marks, plain) = GoldMarks.Parse(spec.Text);

        // A text of one line is a paragraph; one of several is a bulletin.
        var builder = new NewsPipelineBuilder { MentionReviewer = null, FactScorer = null };
        if (!plain.Contains('\n', StringComparison.Ordinal))
        {
            builder.Splitter = new Training.LineSplitter();
        }

        if (!marks.IsEmpty)
        {
            var recognizer = new GoldMentionRecognizer(marks, [.. builder.MentionRecognizers]);
            builder.MentionRecognizers.Clear();
            builder.MentionRecognizers.Add(recognizer);
        }

        var result = builder.Build().Process(new DocumentSource(spec.Name, Encoding.UTF8.GetBytes(plain)));
        foreach (var fact in result.Articles.SelectMany(article => article.Facts).Where(fact => fact.Type == spec.FactType))
        {
            var roles = fact.Arguments.ToImmutableSortedDictionary(argument => argument.Role, argument => Write(argument.Value), StringComparer.Ordinal);
            yield return fact.Modality is { } modality ? roles.Add("modality", modality.ToString().ToLowerInvariant()) : roles;
        }
    }

    private static string Write(ArgumentValue value) => value switch
    {
        ArgumentValue.Text text => text.Value,
        ArgumentValue.Number number => number.Value.ToString("0.############", CultureInfo.InvariantCulture),
        ArgumentValue.List list => string.Join('|', list.Values),
        _ => throw new InvalidOperationException($"a value of type {value.GetType().Name}"),
    };

    private static string Describe(ImmutableSortedDictionary<string, string> roles, HashSet<string> open) =>
        string.Join(' ', roles.Where(role => !open.Contains(role.Key)).Select(role => $"{role.Key}={role.Value}"));
}
