using System.Text;
using BenchmarkDotNet.Attributes;
using NewsExtract.Chinese.Segmentation;

namespace NewsExtract.Benchmarks;

/// <summary>All dev texts, cut once an operation.</summary>
[MemoryDiagnoser]
public class SegmentationBenchmarks
{
    private readonly ITokenizer _span = new SpanTokenizer();
    private readonly ITokenizer _spanWithUserWords = new SpanTokenizer(new UserDictionary([new("增长极"), new("科教新城")]));
    private readonly ITokenizer _jiebaNet = new JiebaNetTokenizer();
    private readonly string[] _texts = [.. DevTexts.Read().Select(text => Encoding.UTF8.GetString(text.Bytes))];

    [Benchmark(Baseline = true)]
    public int JiebaNet() => Count(_jiebaNet);

    [Benchmark]
    public int Span() => Count(_span);

    [Benchmark]
    public int SpanWithUserWords() => Count(_spanWithUserWords);

    private int Count(ITokenizer tokenizer)
    {
        var count = 0;
        foreach (var text in _texts)
        {
            count += tokenizer.Tokenize(text).Length;
        }

        return count;
    }
}
