namespace NewsExtract.Extraction.FactTypes.Position;

internal static class PositionDefinition
{
    public static FactDefinition Instance { get; } = new(
        "position",
        [
            new RoleDefinition("person", RoleKind.Text, Required: true) { EntityTypes = [EntityType.Person], Description = "who holds the post" },
            new RoleDefinition("title", RoleKind.Text, Required: true) { EntityTypes = [EntityType.Title], Description = "the post, rank or profession" },
            new RoleDefinition("organization", RoleKind.Text)
            {
                EntityTypes = [EntityType.Organization, EntityType.Zone, EntityType.GeoPolitical, EntityType.Facility],
                Description = "what the text names for that title",
            },
        ])
    {
        Description = "A person holds a post now or held it before; a newly given post is an appointment.",
    };
}
