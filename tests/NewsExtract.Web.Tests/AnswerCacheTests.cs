using NewsExtract.Web.Api;

namespace NewsExtract.Web.Tests;

public class AnswerCacheTests
{
    [Fact]
    public async Task What_went_wrong_once_is_asked_again_and_what_was_answered_is_kept()
    {
        await using var server = await RunningServer.StartAsync();
        var answers = new AnswerCache(server.Store);
        var asked = 0;

        Assert.Throws<InvalidOperationException>(() => answers.Find("series", Answer));
        Assert.Equal("2", answers.Find("series", Answer));
        Assert.Equal("2", answers.Find("series", Answer));

        string Answer() => ++asked == 1 ? throw new InvalidOperationException() : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{asked}");
    }
}
