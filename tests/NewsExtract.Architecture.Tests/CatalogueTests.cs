using System.Runtime.CompilerServices;

namespace NewsExtract.Architecture.Tests;

public class CatalogueTests
{
    // The fact types of the guidelines; a registry is tested against a committed list.
    private static readonly string[] s_factTypes =
    [
        "agreement", "appointment", "credit", "establishment", "honor", "investment",
        "participation", "position", "project_count", "statement", "statistic", "target",
    ];

    [Fact]
    public void The_catalogue_holds_every_fact_type() =>
        Assert.Equal(s_factTypes, new NewsPipelineBuilder().FactDefinitions.Select(definition => definition.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_definition_describes_itself_and_its_choices()
    {
        foreach (var definition in new NewsPipelineBuilder().FactDefinitions)
        {
            Assert.NotEqual("", definition.Description);
            Assert.Equal(definition.Roles.Select(role => role.Name).Distinct(), definition.Roles.Select(role => role.Name));
            Assert.All(definition.Roles, role => Assert.Equal(role.Kind == RoleKind.Choice, !role.Choices.IsEmpty));
        }
    }

    [Fact]
    public void Every_fact_type_has_a_folder_of_its_own_name()
    {
        foreach (var extractor in new NewsPipelineBuilder().FactExtractors)
        {
            var folder = extractor.Definition.Name.Replace("_", "", StringComparison.Ordinal);

            Assert.Equal($"newsextract.extraction.facttypes.{folder}", extractor.GetType().Namespace, ignoreCase: true);
        }
    }

    [Fact]
    public void The_record_format_is_documented_to_the_last_role()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot(), "docs", "record.md"));
        foreach (var definition in new NewsPipelineBuilder().FactDefinitions)
        {
            var row = Assert.Single(lines, line => line.StartsWith($"| `{definition.Name}` |", StringComparison.Ordinal));
            Assert.All(definition.Roles, role => Assert.Contains(role.Required ? $"**{role.Name}**" : $" {role.Name}", row, StringComparison.Ordinal));
        }
    }

    private static string RepositoryRoot([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "..");
}
