using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.Tests;

public class SearchTextTests
{
    [Fact]
    public void Every_character_stands_with_the_next_and_a_line_ends_words() =>
        Assert.Equal(["太原", "原市", "市", "¶¶", "李明", "明", "¶¶"], SearchText.Pairs("太原市\n李 明"));

    [Theory]
    [InlineData("太原", new[] { "太原" })]
    [InlineData("太原市", new[] { "太原", "原市" })]
    [InlineData("市", new[] { "市" })]
    [InlineData("a-b", new[] { "a－", "－b" })]
    [InlineData("𠮷林市", new[] { "𠮷林", "林市" })]
    public void A_word_is_a_phrase_of_pairs(string word, string[] phrase) => Assert.Equal(phrase, SearchText.Phrase(word));
}
