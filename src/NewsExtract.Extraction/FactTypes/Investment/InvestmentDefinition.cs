namespace NewsExtract.Extraction.FactTypes.Investment;

internal static class InvestmentDefinition
{
    public static FactDefinition Instance { get; } = new(
        "investment",
        [
            new RoleDefinition("investor", RoleKind.Text) { Description = "who gives the money" },
            new RoleDefinition("target", RoleKind.Text, Required: true) { Description = "project, company, fund or purpose" },
            new RoleDefinition("value", RoleKind.Number) { Description = "in base units of the currency" },
            new RoleDefinition("min", RoleKind.Number) { Description = "lower end of a range, in place of value" },
            new RoleDefinition("max", RoleKind.Number) { Description = "upper end of a range, in place of value" },
            new RoleDefinition("approx", RoleKind.Choice) { Choices = ["about", "over", "under"], Description = "left out when exact" },
            new RoleDefinition("currency", RoleKind.Text) { Description = "ISO 4217, left out when CNY" },
        ])
    {
        Description = "Money put into a project, company, fund or purpose.",
    };
}
