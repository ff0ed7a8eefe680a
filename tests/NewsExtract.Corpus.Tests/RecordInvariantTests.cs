using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.Corpus.Tests;

/// <summary>What must hold of every record of every bulletin, right or wrong as its facts may be.</summary>
public class RecordInvariantTests
{
    private static readonly NewsPipeline s_pipeline = new NewsPipelineBuilder().Build();

    public static TheoryData<string> Bulletins => [.. Repository.Bulletins.Select(path => Path.GetRelativePath(Repository.Corpus, path))];

    [Theory]
    [MemberData(nameof(Bulletins))]
    public void Records_lead_back_to_the_source(string bulletin)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Corpus, bulletin));
        var result = s_pipeline.Process(new DocumentSource(Path.GetFileName(bulletin), bytes));
        var text = result.Document!.Text;

        Assert.Equal(Encoding.UTF8.GetString(bytes), text);
        Assert.NotEmpty(result.Articles);
        foreach (var record in result.ToRecords())
        {
            Assert.Equal(Path.GetFileName(bulletin), record.Source.File);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), record.Source.Sha256);
            Assert.All(record.Paragraphs, paragraph => CheckSurface(text, paragraph.Text, paragraph.Spans));
            Assert.All(record.Mentions, mention => CheckSurface(text, mention.Text, mention.Spans));
            Assert.All(record.Mentions, mention => Assert.Contains('@', mention.Producer));
            CheckEntities(record);
            Assert.All(record.Facts, fact => CheckFact(text, fact));
            Assert.All(record.Facts, fact => Assert.InRange(Assert.NotNull(fact.Confidence), 0, 1));
            Assert.Equal(record.Facts.Length, record.Facts.Select(fact => fact.Id).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Bulletins))]
    public void A_record_survives_reading_and_writing(string bulletin)
    {
        foreach (var line in Process(bulletin).ToJsonLines().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Equal(line, RecordJson.Serialize(RecordJson.Deserialize(line)));
        }
    }

    [Theory]
    [MemberData(nameof(Bulletins))]
    public void No_fact_is_stated_twice(string bulletin)
    {
        foreach (var record in Process(bulletin).ToRecords())
        {
            var seen = new HashSet<string>();
            foreach (var fact in record.Facts)
            {
                var key = $"{fact.Type} {string.Join(' ', fact.Evidence.Spans)} {string.Join(' ', fact.Roles.OrderBy(role => role.Key, StringComparer.Ordinal).Select(role => $"{role.Key}={Show(role.Value)}"))}";
                Assert.True(seen.Add(key), key);
            }
        }
    }

    [Fact]
    public async Task One_thread_and_many_and_a_second_pipeline_give_the_same_bytes()
    {
        var one = await ProcessAll(s_pipeline, 1);
        var many = await ProcessAll(s_pipeline, 8);
        var fresh = await ProcessAll(new NewsPipelineBuilder().Build(), 3);

        Assert.Equal(one, many);
        Assert.Equal(one, fresh);
    }

    private static ExtractionResult Process(string bulletin) =>
        s_pipeline.Process(new DocumentSource(Path.GetFileName(bulletin), File.ReadAllBytes(Path.Combine(Repository.Corpus, bulletin))));

    private static async Task<string> ProcessAll(NewsPipeline pipeline, int concurrency)
    {
        var builder = new StringBuilder();
        var sources = Repository.Bulletins.Select(path => new DocumentSource(Path.GetFileName(path), File.ReadAllBytes(path)));
        await foreach (var result in pipeline.ProcessAsync(sources, new ProcessingOptions { MaxConcurrency = concurrency }))
        {
            builder.Append(result.ToJsonLines());
        }

        return builder.ToString();
    }

    /// <summary>The text is what its spans hold, but for the blank that joins two Latin lines.</summary>
    private static void CheckSurface(string source, string text, ImmutableArray<TextSpan> spans)
    {
        CheckSpans(source, spans);
        var slices = string.Concat(spans.Select(span => source[span.Start..span.End]));
        var position = 0;
        foreach (var character in text)
        {
            if (position < slices.Length && slices[position] == character)
            {
                position++;
            }
            else if (character != ' ')
            {
                Assert.Fail($"'{text}' is not what its spans hold: '{slices}'");
            }
        }

        Assert.Equal(slices.Length, position);
    }

    private static void CheckSpans(string source, ImmutableArray<TextSpan> spans)
    {
        Assert.NotEmpty(spans);
        foreach (var span in spans)
        {
            Assert.InRange(span.End, span.Start + 1, source.Length);
            Assert.False(char.IsLowSurrogate(source[span.Start]) && span.Start > 0 && char.IsHighSurrogate(source[span.Start - 1]), $"{span} begins within a character");
            Assert.False(char.IsHighSurrogate(source[span.End - 1]) && span.End < source.Length && char.IsLowSurrogate(source[span.End]), $"{span} ends within a character");
        }
    }

    private static void CheckEntities(ArticleRecord record)
    {
        var mentions = record.Mentions.ToDictionary(mention => mention.Id);
        foreach (var entity in record.Entities)
        {
            Assert.NotEmpty(entity.Mentions);
            Assert.All(entity.Mentions, id => Assert.True(mentions.ContainsKey(id), id));
        }

    }

    private static void CheckFact(string source, FactRecord fact)
    {
        var definition = Assert.Single(s_pipeline.FactDefinitions, definition => definition.Name == fact.Type);
        Assert.Contains('@', fact.Producer);
        CheckSurface(source, fact.Evidence.Text, fact.Evidence.Spans);
        Assert.All(definition.Roles.Where(role => role.Required), role => Assert.True(fact.Roles.ContainsKey(role.Name), role.Name));
        foreach (var (name, value) in fact.Roles)
        {
            var role = definition.FindRole(name);
            Assert.NotNull(role);
            var spans = fact.RoleSpans[name];
            switch (role.Kind)
            {
                case RoleKind.Text when name is "unit" or "currency":
                    // Normal forms like the value: 三成 is 30 and %, 5亿元 is 500000000 and 元, 港元 is HKD. They stand where the amount does.
                    Assert.NotEmpty(Assert.IsType<ArgumentValue.Text>(value).Value);
                    CheckSpans(source, spans);
                    break;
                case RoleKind.Text:
                    CheckSurface(source, Assert.IsType<ArgumentValue.Text>(value).Value, spans);
                    break;
                case RoleKind.List:
                    var values = Assert.IsType<ArgumentValue.List>(value).Values;
                    Assert.NotEmpty(values);
                    CheckSurface(source, string.Concat(values), spans);
                    break;
                case RoleKind.Number:
                    Assert.IsType<ArgumentValue.Number>(value);
                    break;
                case RoleKind.Choice:
                    Assert.Contains(Assert.IsType<ArgumentValue.Text>(value).Value, role.Choices);
                    break;
                case RoleKind.Date:
                    Assert.Matches("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4]|-H[12])?(/|$)", Assert.IsType<ArgumentValue.Text>(value).Value);
                    break;
            }
        }
    }

    private static string Show(ArgumentValue value) => value switch
    {
        ArgumentValue.List list => string.Join('、', list.Values),
        _ => value.ToString(),
    };
}
