namespace NewsExtract.Extraction.FactTypes.Participation;

internal static class ParticipationDefinition
{
    public static FactDefinition Instance { get; } = new(
        "participation",
        [
            new RoleDefinition("person", RoleKind.Text, Required: true) { EntityTypes = [EntityType.Person], Description = "who takes part" },
            new RoleDefinition("action", RoleKind.Choice, Required: true)
            {
                Choices = ["attend", "speak", "chair", "announce", "report", "inspect"],
                Description = "what the person does there",
            },
            new RoleDefinition("event", RoleKind.Text, Required: true)
            {
                EntityTypes = [EntityType.Event],
                Description = "the event, a generic one too (签约仪式); for inspect the activity (调研)",
            },
            new RoleDefinition("date", RoleKind.Date) { EntityTypes = [EntityType.Date] },
            new RoleDefinition("place", RoleKind.Text)
            {
                EntityTypes = [EntityType.Facility, EntityType.Zone, EntityType.GeoPolitical, EntityType.Organization, EntityType.Location],
                Description = "where it takes place; for inspect what was visited first",
            },
        ])
    {
        Description = "A person takes part in an event: attends, speaks, chairs, announces, reports or inspects.",
    };
}
