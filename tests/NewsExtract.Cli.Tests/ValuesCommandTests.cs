using System.Text;
using System.Text.Json;

namespace NewsExtract.Cli.Tests;

public class ValuesCommandTests
{
    private static Task<CommandRun> Run(string input, params string[] args) => CommandRun.WithInput(Encoding.UTF8.GetBytes(input), ["values", .. args]);

    [Fact]
    public async Task The_table_shows_each_value_below_its_line()
    {
        var run = await Run("总投资3.5亿元，占地45亩。\n\n没有数目。\n", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("1  总投资3.5亿元，占地45亩。\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("money       3.5亿元  →  350000000 CNY\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("45亩  →  45 亩", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("没有", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_json_are_read_with_their_ids_and_dates()
    {
        var run = await Run("""
            {"id": "a", "text": "去年增长12.5%", "date": "2024-05-08"}
            {"id": "b", "text": "去年", "date": null}

            """, "--format", "jsonl", "--date", "2020");

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var values = lines[0].GetProperty("values").EnumerateArray().Where(value => !value.TryGetProperty("part", out _)).ToList();
        Assert.Equal(["time", "percentage"], values.Select(value => value.GetProperty("kind").GetString()));
        Assert.Equal("2023", values[0].GetProperty("value").GetProperty("edtf").GetString());
        Assert.Equal((4, 9, "12.5"), (values[1].GetProperty("start").GetInt32(), values[1].GetProperty("end").GetInt32(), values[1].GetProperty("value").GetProperty("value").GetString()));
        Assert.Equal("b", lines[1].GetProperty("id").GetString());
        Assert.Equal("2019", lines[1].GetProperty("values")[0].GetProperty("value").GetProperty("edtf").GetString());
    }

    [Fact]
    public async Task A_change_is_shown_with_its_direction_role_and_basis()
    {
        var table = await Run("产值同比增长12.5%，失业率下降到5%，占30%\n");
        Assert.Contains("12.5%  →  12.5 %, up by (同比)\n", table.Output, StringComparison.Ordinal);
        Assert.Contains("5%  →  5 %, down to\n", table.Output, StringComparison.Ordinal);
        Assert.Contains("30%  →  30 %\n", table.Output, StringComparison.Ordinal);

        var lines = await Run("产值同比增长12.5%，占30%\n", "-f", "jsonl");
        var values = JsonDocument.Parse(lines.Output).RootElement.GetProperty("values").EnumerateArray().Where(value => !value.TryGetProperty("part", out _)).ToList();
        Assert.Equal("""{"direction":"up","role":"by","basis":"yoy","basisText":"同比"}""", values[0].GetProperty("change").GetRawText());
        Assert.False(values[1].TryGetProperty("change", out _));
    }

    [Fact]
    public async Task Parts_of_a_value_follow_it_and_are_marked()
    {
        var run = await Run("{\"id\": \"1\", \"text\": \"超过300名代表\"}\n", "-f", "jsonl");

        var values = JsonDocument.Parse(run.Output).RootElement.GetProperty("values").EnumerateArray().ToList();
        Assert.Equal(["超过300名", "超过300", "300名", "300"], values.Select(value => value.GetProperty("text").GetString()));
        Assert.Equal([false, true, true, true], values.Select(value => value.TryGetProperty("part", out _)));
        Assert.Equal("300", values[0].GetProperty("value").GetProperty("min").GetString());
    }

    [Theory]
    [InlineData("{\"id\": \"1\", \"txt\": \"三天\"}")]
    [InlineData("{\"id\": \"1\", \"text\": ")]
    [InlineData("{\"id\": 1, \"text\": \"三天\"}")]
    public async Task A_broken_line_is_reported_and_the_rest_goes_on(string broken)
    {
        var run = await Run($"{broken}\n{{\"id\": \"2\", \"text\": \"5月\", \"date\": \"2024\"}}\n", "-f", "jsonl");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error NX2009: -:1: ", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("\"id\":\"2\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_date_is_reported_and_the_text_is_read_without_one()
    {
        var run = await Run("{\"id\": \"1\", \"text\": \"去年投资5万元\", \"date\": \"last year\"}\n", "-f", "jsonl");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'last year' is no date", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("5万元", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_file_is_taken_and_no_more()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "三家企业");
        folder.Write("b.txt", "四家企业");

        var one = await CommandRun.Of("values", folder.At("a.txt"));
        var many = await CommandRun.Of("values", folder.Path);
        var none = await CommandRun.Of("values", folder.At("c.txt"));

        Assert.Contains("三家", one.Output, StringComparison.Ordinal);
        Assert.Equal(2, many.ExitCode);
        Assert.Contains("NX2000", many.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("NX2001", none.ErrorLines[0], StringComparison.Ordinal);
    }
}
