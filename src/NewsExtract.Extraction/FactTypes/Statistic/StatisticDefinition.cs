namespace NewsExtract.Extraction.FactTypes.Statistic;

internal static class StatisticDefinition
{
    public static FactDefinition Instance { get; } = new(
        "statistic",
        [
            new RoleDefinition("subject", RoleKind.Text) { Description = "who or what has it" },
            new RoleDefinition("indicator", RoleKind.Text, Required: true) { Description = "what is counted or measured" },
            new RoleDefinition("value", RoleKind.Number) { Description = "in base units" },
            new RoleDefinition("min", RoleKind.Number) { Description = "lower end of a range, in place of value" },
            new RoleDefinition("max", RoleKind.Number) { Description = "upper end of a range, in place of value" },
            new RoleDefinition("unit", RoleKind.Text) { Description = "as printed, 元 or 美元 and so on for money" },
            new RoleDefinition("approx", RoleKind.Choice) { Choices = ["about", "over", "under"], Description = "left out when exact" },
            new RoleDefinition("period", RoleKind.Text) { EntityTypes = [EntityType.Date], Description = "the time it holds for" },
            new RoleDefinition("change", RoleKind.Choice) { Choices = ["up", "down"], Description = "set when the value is a change" },
        ])
    {
        Description = "A figure: so many of something, or how much something changed.",
    };
}
