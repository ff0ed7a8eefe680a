namespace NewsExtract.Extraction.FactTypes.ProjectCount;

internal static class ProjectCountDefinition
{
    public static FactDefinition Instance { get; } = new(
        "project_count",
        [
            new RoleDefinition("stage", RoleKind.Choice, Required: true)
            {
                Choices = ["signed", "started", "production", "completed", "under_construction", "planned", "implemented"],
                Description = "how far the projects are",
            },
            new RoleDefinition("count", RoleKind.Number, Required: true) { Description = "how many" },
            new RoleDefinition("approx", RoleKind.Choice) { Choices = ["about", "over", "under"], Description = "left out when exact" },
            new RoleDefinition("scope", RoleKind.Text) { Description = "whose projects" },
            new RoleDefinition("occasion", RoleKind.Text) { EntityTypes = [EntityType.Event], Description = "the event they were signed or started at" },
            new RoleDefinition("date", RoleKind.Date) { Description = "of the occasion, or the year counted" },
            new RoleDefinition("investment", RoleKind.Number) { Description = "total, in yuan" },
            new RoleDefinition("output", RoleKind.Number) { Description = "expected annual output value, in yuan" },
        ])
    {
        Description = "So many projects signed, started, built or put into production.",
    };
}
