namespace NewsExtract.Extraction.FactTypes.Agreement;

internal static class AgreementDefinition
{
    public static FactDefinition Instance { get; } = new(
        "agreement",
        [
            new RoleDefinition("parties", RoleKind.List, Required: true) { EntityTypes = [EntityType.Organization, EntityType.Zone], Description = "who agrees, two or more" },
            new RoleDefinition("agreement", RoleKind.Text, Required: true) { Description = "its name or kind" },
            new RoleDefinition("date", RoleKind.Date) { Description = "when it was signed" },
            new RoleDefinition("place", RoleKind.Text) { Description = "where it was signed" },
            new RoleDefinition("topic", RoleKind.Text) { Description = "what it is about" },
        ])
    {
        Description = "Two or more bodies sign an agreement, contract or memorandum.",
    };
}
