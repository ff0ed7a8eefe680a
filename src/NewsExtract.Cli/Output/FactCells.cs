using System.Collections.Immutable;
using System.Globalization;

namespace NewsExtract.Cli.Output;

/// <summary>The columns in which facts of one type are read, and what stands in them.</summary>
internal sealed class FactCells
{
    // The roles that make up one amount: 超410亿元, ↑18.4%.
    private static readonly ImmutableArray<string> s_amountRoles = ["value", "min", "max", "unit", "approx", "change", "currency"];

    // A role that repeats its evidence at this length makes the evidence a column that says nothing new.
    private const int LongText = 30;

    private readonly bool _hasAmount;

    /// <param name="facts">Of one type, not empty.</param>
    public FactCells(FactDefinition definition, ImmutableArray<FactRecord> facts)
    {
        _hasAmount = definition.FindRole("value") is not null;
        var used = definition.Roles.Where(role => facts.Any(fact => fact.Roles.ContainsKey(role.Name)) && !IsInAmount(role.Name)).ToList();
        var others = used.Where(role => !role.Required).Select(role => role.Name).ToList();
        Columns = [.. used.Where(role => role.Required || others.Count == 1).Select(role => role.Name)];
        Others = others.Count > 1 ? [.. others] : [];
        ShowsModality = facts.Any(fact => fact.Modality is not null);
        ShowsConfidence = facts.Any(fact => fact.Confidence is not null);
        ShowsEvidence = !facts.All(RepeatsEvidence);
    }

    /// <summary>Roles with a column of their own.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Roles that share a column, each with its name; most facts lack most of them.</summary>
    public ImmutableArray<string> Others { get; }

    public bool HasAmount => _hasAmount;

    /// <summary>Whether a fact of them is planned, expected or denied.</summary>
    public bool ShowsModality { get; }

    /// <summary>Whether anything says how sure a fact of them is.</summary>
    public bool ShowsConfidence { get; }

    public bool ShowsEvidence { get; }

    /// <summary>A role's name as a person reads it.</summary>
    public static string Label(string name) => name.Replace('_', ' ');

    /// <summary>A role's value, empty when the fact lacks it.</summary>
    public static string Show(FactRecord fact, string role)
    {
        if (!fact.Roles.TryGetValue(role, out var value))
        {
            return "";
        }

        return value switch
        {
            ArgumentValue.Number number => (role == "count" ? Approximation(fact) : "") + Number(number.Value) + (role is "investment" or "output" ? "元" : ""),
            ArgumentValue.List list => string.Join("、", list.Values),
            ArgumentValue.Text text => text.Value,
            _ => "",
        };
    }

    /// <summary>约1.2亿元, 600–800人, ↑18.4%, 2.15亿美元.</summary>
    public static string ShowAmount(FactRecord fact)
    {
        var number = Get("value") ?? (Get("min") is { } min && Get("max") is { } max ? $"{min}–{max}" : Get("min") ?? Get("max"));
        if (number is null)
        {
            return "";
        }

        var change = Text(fact, "change") switch
        {
            "up" => "↑",
            "down" => "↓",
            _ => "",
        };
        var unit = Text(fact, "unit") ?? (fact.Type == "investment" ? Text(fact, "currency") is { } currency ? " " + currency : "元" : "");
        return change + Approximation(fact) + number + unit;

        string? Get(string role) => fact.Roles.GetValueOrDefault(role) is ArgumentValue.Number value ? Number(value.Value) : null;
    }

    private bool IsInAmount(string role) => (_hasAmount && s_amountRoles.Contains(role)) || (role == "approx");

    private static bool RepeatsEvidence(FactRecord fact) =>
        fact.Roles.Values.OfType<ArgumentValue.Text>().Any(text => text.Value.Length >= LongText && fact.Evidence.Text.Contains(text.Value, StringComparison.Ordinal));

    private static string? Text(FactRecord fact, string role) => (fact.Roles.GetValueOrDefault(role) as ArgumentValue.Text)?.Value;

    private static string Approximation(FactRecord fact) => Text(fact, "approx") switch
    {
        "about" => "约",
        "over" => "超",
        "under" => "不足",
        _ => "",
    };

    // As Chinese text counts: 736.2亿, 3.5万, 2,600.
    private static string Number(decimal value) => Math.Abs(value) switch
    {
        >= 100_000_000 => (value / 100_000_000).ToString("#,0.########", CultureInfo.InvariantCulture) + "亿",
        >= 10_000 => (value / 10_000).ToString("#,0.####", CultureInfo.InvariantCulture) + "万",
        _ => value.ToString("#,0.######", CultureInfo.InvariantCulture),
    };
}
