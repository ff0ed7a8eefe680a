using BenchmarkDotNet.Attributes;

namespace NewsExtract.Benchmarks;

/// <summary>All dev texts from bytes to JSON records, once an operation.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly NewsPipeline _pipeline = new NewsPipelineBuilder().Build();
    private readonly IReadOnlyList<(string Name, byte[] Bytes)> _texts = DevTexts.Read();

    [Benchmark]
    public int Extract()
    {
        var length = 0;
        foreach (var (name, bytes) in _texts)
        {
            foreach (var article in _pipeline.Process(new DocumentSource(name, bytes)).Articles)
            {
                length += RecordJson.Serialize(RecordBuilder.Build(article, new GeneratorRecord("newsextract", "0.0.0"))).Length;
            }
        }

        return length;
    }
}
