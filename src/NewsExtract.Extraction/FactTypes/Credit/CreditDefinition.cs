namespace NewsExtract.Extraction.FactTypes.Credit;

internal static class CreditDefinition
{
    public static FactDefinition Instance { get; } = new(
        "credit",
        [
            new RoleDefinition("person", RoleKind.Text, Required: true) { EntityTypes = [EntityType.Person], Description = "whom the text credits" },
            new RoleDefinition("role", RoleKind.Choice, Required: true) { Choices = ["author", "photographer", "correspondent", "editor"] },
        ])
    {
        Description = "A person wrote, took, sent in or edited the story or its pictures.",
    };
}
