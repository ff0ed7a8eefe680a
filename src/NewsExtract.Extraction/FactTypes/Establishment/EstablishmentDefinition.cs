namespace NewsExtract.Extraction.FactTypes.Establishment;

internal static class EstablishmentDefinition
{
    public static FactDefinition Instance { get; } = new(
        "establishment",
        [
            new RoleDefinition("organization", RoleKind.Text, Required: true) { Description = "the body, facility or project that came into being" },
            new RoleDefinition("by", RoleKind.List) { Description = "who founded or built it" },
            new RoleDefinition("date", RoleKind.Date) { Description = "when" },
            new RoleDefinition("place", RoleKind.Text) { Description = "where" },
        ])
    {
        Description = "A body, fund or facility is founded, opened or put into service; ground-breaking is not enough.",
    };
}
