namespace NewsExtract.Extraction.FactTypes.Appointment;

internal static class AppointmentDefinition
{
    public static FactDefinition Instance { get; } = new(
        "appointment",
        [
            new RoleDefinition("person", RoleKind.Text, Required: true) { EntityTypes = [EntityType.Person], Description = "who gets or gives up the post" },
            new RoleDefinition("title", RoleKind.Text, Required: true) { EntityTypes = [EntityType.Title] },
            new RoleDefinition("organization", RoleKind.Text)
            {
                EntityTypes = [EntityType.Organization, EntityType.Zone, EntityType.GeoPolitical, EntityType.Facility],
                Description = "what the text names for that title",
            },
            new RoleDefinition("action", RoleKind.Choice, Required: true) { Choices = ["appointed", "elected", "removed"] },
            new RoleDefinition("date", RoleKind.Date) { EntityTypes = [EntityType.Date], Description = "of the meeting that voted or announced" },
        ])
    {
        Description = "A person is given a post, elected to it or removed from it.",
    };
}
