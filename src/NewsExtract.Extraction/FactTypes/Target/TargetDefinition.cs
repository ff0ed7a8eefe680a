namespace NewsExtract.Extraction.FactTypes.Target;

internal static class TargetDefinition
{
    public static FactDefinition Instance { get; } = new(
        "target",
        [
            new RoleDefinition("subject", RoleKind.Text) { Description = "who or what is to reach it" },
            new RoleDefinition("indicator", RoleKind.Text, Required: true) { Description = "what is counted or measured" },
            new RoleDefinition("value", RoleKind.Number) { Description = "in base units" },
            new RoleDefinition("min", RoleKind.Number) { Description = "lower end of a range, in place of value" },
            new RoleDefinition("max", RoleKind.Number) { Description = "upper end of a range, in place of value" },
            new RoleDefinition("unit", RoleKind.Text) { Description = "as printed, 元 or 美元 and so on for money" },
            new RoleDefinition("approx", RoleKind.Choice) { Choices = ["about", "over", "under"], Description = "left out when exact" },
            new RoleDefinition("deadline", RoleKind.Text, Required: true) { EntityTypes = [EntityType.Date], Description = "by when" },
        ])
    {
        Description = "A figure to be reached by a date that lies ahead.",
    };
}
