namespace NewsExtract.Extraction.FactTypes.Honor;

internal static class HonorDefinition
{
    public static FactDefinition Instance { get; } = new(
        "honor",
        [
            new RoleDefinition("recipient", RoleKind.Text, Required: true) { Description = "the person, body or project that has it" },
            new RoleDefinition("honor", RoleKind.Text, Required: true) { EntityTypes = [EntityType.Honor], Description = "award, certified status or elected honour" },
            new RoleDefinition("by", RoleKind.Text) { EntityTypes = [EntityType.Organization], Description = "who gives it" },
            new RoleDefinition("date", RoleKind.Date) { Description = "when it was given" },
        ])
    {
        Description = "Someone or something receives an award, a certified status or an elected honour.",
    };
}
