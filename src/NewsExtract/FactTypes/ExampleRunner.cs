using System.Collections.Immutable;
using NewsExtract.Evaluation;
using NewsExtract.Extraction.FactTypes.Declared;
using NewsExtract.Training;

namespace NewsExtract;

/// <summary>Runs the examples of a file of fact types through the whole pipeline.</summary>
internal sealed class ExampleRunner(string file, ImmutableArray<IFactExtractor> extractors)
{
    private const string Code = "NX1214";
    private const int Quoted = 24;

    private readonly ImmutableArray<Diagnostic>.Builder _failures = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Dictionary<bool, NewsPipeline> _unmarked = [];
    private int _count;

    public FactTypeExamples Run(DeclaredFile declared, CancellationToken cancellation)
    {
        foreach (var type in declared.Declarations)
        {
            foreach (var trigger in type.Triggers)
            {
                cancellation.ThrowIfCancellationRequested();
                var producer = $"rule:fact.{type.Name}.{trigger.Id}";
                Try($"{type.Name}: trigger {trigger.Id}: the example", trigger.Example!, facts => facts.Exists(fact => fact.Producer.Id == producer) ? null : "gives no fact by it");
                Try($"{type.Name}: trigger {trigger.Id}: the counterExample", trigger.CounterExample!, facts => facts.Exists(fact => fact.Producer.Id == producer) ? "gives a fact by it" : null);
            }

            foreach (var example in type.Examples)
            {
                cancellation.ThrowIfCancellationRequested();
                Try($"{type.Name}: the example", example.Text!, facts => Compare(example, facts.FindAll(fact => fact.Type == type.Name)));
            }
        }

        return new FactTypeExamples(_count, _failures.ToImmutable());
    }

    /// <param name="judge">What is wrong with the facts; <c>null</c> when nothing is.</param>
    private void Try(string what, string text, Func<List<Fact>, string?> judge)
    {
        _count++;
        string? wrong;
        try
        {
            wrong = judge(Extract(text));
        }
        catch (InvalidDataException exception)
        {
            wrong = $"can't be run ({exception.Message})";
        }

        if (wrong is not null)
        {
            var shown = text.Length <= Quoted ? text : text[..Quoted] + "…";
            _failures.Add(new Diagnostic(Code, Severity.Error, $"{file}: {what} ({shown}) {wrong} — mend it or the rules; explain --fact-types says what came to nothing"));
        }
    }

    private static string? Compare(ExampleDeclaration example, List<Fact> found)
    {
        var expected = example.Facts.Select(fact => Describe(fact.Select(role => KeyValuePair.Create(role.Key, RoleValue.Of(role.Value))))).Order(StringComparer.Ordinal);
        var given = found.Select(fact => Describe(fact.Arguments
            .Select(argument => KeyValuePair.Create(argument.Role, RoleValue.Of(argument.Value)))
            .Concat(fact.Modality is { } modality ? [KeyValuePair.Create("modality", RoleValue.OfText(modality.ToString().ToLowerInvariant()))] : []))).Order(StringComparer.Ordinal);
        var (wanted, got) = (string.Join("; ", expected), string.Join("; ", given));
        return wanted == got ? null : $"should give {(wanted.Length > 0 ? wanted : "no fact")} and gives {(got.Length > 0 ? got : "none")}";
    }

    private static string Describe(IEnumerable<KeyValuePair<string, RoleValue>> roles) =>
        "{" + string.Join(", ", roles.OrderBy(static role => role.Key, StringComparer.Ordinal).Select(static role => $"{role.Key}: {role.Value.Json}")) + "}";

    /// <exception cref="InvalidDataException">A bad mark.</exception>
    private List<Fact> Extract(string text)
    {
        var (marks, plain) = GoldMarks.Parse(text);

        // A text of one line is a paragraph; one of several is a bulletin.
        var isParagraph = !plain.Contains('\n', StringComparison.Ordinal);
        if (!marks.IsEmpty)
        {
            return Facts(Build(isParagraph, marks), plain);
        }

        if (!_unmarked.TryGetValue(isParagraph, out var pipeline))
        {
            _unmarked.Add(isParagraph, pipeline = Build(isParagraph, []));
        }

        return Facts(pipeline, plain);
    }

    private static List<Fact> Facts(NewsPipeline pipeline, string text) => [.. pipeline.ProcessText(text, "example").Articles.SelectMany(static article => article.Facts)];

    private NewsPipeline Build(bool isParagraph, ImmutableArray<GoldMark> marks)
    {
        var builder = new NewsPipelineBuilder { FactScorer = null };
        builder.FactExtractors.Clear();
        foreach (var extractor in extractors)
        {
            builder.FactExtractors.Add(extractor);
        }

        if (isParagraph)
        {
            builder.Splitter = new LineSplitter();
        }

        if (!marks.IsEmpty)
        {
            var recognizer = new GoldMentionRecognizer(marks, [.. builder.MentionRecognizers]);
            builder.MentionReviewer = null;
            builder.MentionRecognizers.Clear();
            builder.MentionRecognizers.Add(recognizer);
        }

        return builder.Build();
    }
}
