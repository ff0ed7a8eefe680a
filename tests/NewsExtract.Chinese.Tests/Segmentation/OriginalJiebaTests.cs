using System.Collections.Immutable;
using NewsExtract.Chinese.Segmentation;

namespace NewsExtract.Chinese.Tests.Segmentation;

/// <summary>Words against those of python3-jieba, which record_jieba.py wrote down.</summary>
public sealed class OriginalJiebaTests
{
    [Theory]
    [InlineData("jieba-corpus.txt", 198)]
    [InlineData("jieba-hard.txt", 1)]
    public void The_span_tokenizer_gives_the_original_words(string recording, int texts)
    {
        var tokenizer = new SpanTokenizer();
        var differences = new List<string>();
        var count = 0;
        foreach (var cut in RecordedCut.ReadAll(recording))
        {
            count++;
            differences.AddRange(Differences(cut, tokenizer.Tokenize(cut.Text)).Select(difference => $"{cut.Name} {difference}"));
        }

        Assert.Empty(differences);
        Assert.Equal(texts, count);
    }

    /// <summary>
    /// jieba.NET prefers the other state when its HMM finds a tie, and ties are where a character is missing from the HMM's
    /// tables for some or all states (what is missing scores one huge stand-in for log 0, beside which all else is rounded
    /// away): it joins, the original cuts. No other difference shows in the corpus.
    /// </summary>
    [Fact]
    public void Jieba_net_differs_only_beside_characters_that_the_hmm_lacks_a_state_for()
    {
        string[] expected =
        [
            "t044 262", "t044 263", "t046 348", "t046 349", "t055 228", "t055 229", "t055 303", "t055 304", "t121 55", "t121 56",
            "t134 111", "t134 112", "t134 275", "t134 276", "t141 204", "t141 205", "t160 253", "t257 179", "t257 180",
        ];
        var tokenizer = new JiebaNetTokenizer();
        var actual = new List<string>();
        foreach (var cut in RecordedCut.ReadAll("jieba-corpus.txt"))
        {
            foreach (var (position, isCut) in Differences(cut, tokenizer.Tokenize(cut.Text)))
            {
                Assert.True(isCut);
                Assert.Contains(cut.Text[(position - 3)..(position + 1)], LacksState);
                actual.Add($"{Path.GetFileNameWithoutExtension(cut.Name)} {position}");
            }
        }

        Assert.Equal(expected, actual);
    }

    private static bool LacksState(char character)
    {
        if (!WordCharacters.IsHan(character))
        {
            return false;
        }

        var row = SegmentationModel.Default.EmissionIndex[character - SegmentationFormat.FirstHan] * SegmentationFormat.StateCount;
        return SegmentationModel.Default.Emissions.Slice(row, SegmentationFormat.StateCount).Contains(SegmentationFormat.MinLog);
    }

    /// <summary>Positions where only one of the two ends a word, and whether that is the original.</summary>
    private static IEnumerable<(int Position, bool IsCut)> Differences(RecordedCut cut, ImmutableArray<Token> tokens)
    {
        var expected = cut.Ends.ToHashSet();
        var actual = tokens.Select(token => token.Span.End).ToHashSet();
        return expected.Union(actual).Where(end => expected.Contains(end) != actual.Contains(end)).Order().Select(end => (end, expected.Contains(end)));
    }
}
