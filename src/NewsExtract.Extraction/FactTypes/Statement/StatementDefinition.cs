namespace NewsExtract.Extraction.FactTypes.Statement;

internal static class StatementDefinition
{
    public static FactDefinition Instance { get; } = new(
        "statement",
        [
            new RoleDefinition("speaker", RoleKind.Text, Required: true) { EntityTypes = [EntityType.Person], Description = "who says it" },
            new RoleDefinition("verb", RoleKind.Text, Required: true) { Description = "强调, 指出, 说 and so on" },
            new RoleDefinition("content", RoleKind.Text, Required: true) { Description = "the whole reported passage, without outer quotation marks" },
        ])
    {
        Description = "What someone is reported to have said.",
    };
}
