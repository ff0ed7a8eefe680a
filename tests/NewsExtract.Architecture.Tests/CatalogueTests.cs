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
}
