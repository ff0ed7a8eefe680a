using System.Text.Json;

namespace NewsExtract.Web.Tests;

public class FactTypesApiTests
{
    [Fact]
    public async Task Fact_types_come_with_their_roles_and_choices()
    {
        await using var server = await RunningServer.StartAsync();

        using var json = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/fact-types"));

        var position = json.RootElement.EnumerateArray().Single(type => type.GetProperty("name").GetString() == "position");
        Assert.Contains(position.GetProperty("roles").EnumerateArray(), role => role.GetProperty("name").GetString() == "person" && role.GetProperty("required").GetBoolean());
        var stage = json.RootElement.EnumerateArray().Single(type => type.GetProperty("name").GetString() == "project_count").GetProperty("roles").EnumerateArray().Single(role => role.GetProperty("name").GetString() == "stage");
        Assert.Contains("signed", stage.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()));
    }
}
