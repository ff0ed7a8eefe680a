using System.Collections.Immutable;

namespace NewsExtract.Storage.Queries;

/// <summary>Which facts or articles are asked for; all conditions must hold, and what is empty or <c>null</c> asks for nothing.</summary>
public sealed record NewsFilter
{
    /// <summary>Words that all stand literally in the article and, of facts, each in the evidence or in a role; Traditional finds Simplified.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Fact types, any of them.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Roles and their values, all of them.</summary>
    public ImmutableArray<RoleCondition> Roles { get; init; } = [];

    /// <summary>A name or another name of something that the article tells of and, of facts, that fills one of their roles.</summary>
    public string? Entity { get; init; }

    /// <summary>The id of a linked entity that the article names and, of facts, that fills one of their roles.</summary>
    public long? EntityId { get; init; }

    /// <summary>Type of an entity that the article names and, of facts, that fills one of their roles: PER.</summary>
    public string? EntityType { get; init; }

    /// <summary>A place, zone or building that the article names; 太原 finds 太原市.</summary>
    public string? Place { get; init; }

    /// <summary>First day, ISO 8601; articles of which no date is known are left out.</summary>
    public string? From { get; init; }

    /// <summary>Last day, ISO 8601.</summary>
    public string? To { get; init; }

    /// <summary>The file's name, or the paper that the article names; where nothing is called so, a part of either.</summary>
    public string? Source { get; init; }

    /// <summary>Least confidence; facts without one are left out, unless a person accepted or wrote them.</summary>
    public double? Confidence { get; init; }

    /// <summary>planned, expected or negated; <see cref="Stated"/> for facts that are said to be so.</summary>
    public string? Modality { get; init; }

    /// <summary>Leaves out articles that print again what another one printed before.</summary>
    public bool Once { get; init; }

    /// <summary>Whether a condition is of facts and not of articles.</summary>
    public bool IsOfFacts => !Types.IsEmpty || !Roles.IsEmpty || Confidence is not null || Modality is not null;

    /// <summary>The value of <see cref="Modality"/> that asks for facts without one.</summary>
    public const string Stated = "stated";

    /// <summary>The first day of a date that may be a month or a year, for <see cref="From"/>.</summary>
    public static string FirstDay(PartialDate date) => new PartialDate(date.Year, date.Month ?? 1, date.Day ?? 1).ToString();

    /// <summary>The last day of a date that may be a month or a year, for <see cref="To"/>.</summary>
    public static string LastDay(PartialDate date) => new PartialDate(date.Year, date.Month ?? 12, date.Day ?? DateTime.DaysInMonth(date.Year, date.Month ?? 12)).ToString();
}

/// <summary>A role with a value.</summary>
/// <param name="IsPart">The value needs only contain <paramref name="Value"/>.</param>
public sealed record RoleCondition(string Role, string Value, bool IsPart)
{
    /// <summary>Reads <c>person=李明</c> and <c>organization~商务厅</c>.</summary>
    public static bool TryParse(string text, out RoleCondition condition)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.AsSpan().IndexOfAny('=', '~');
        condition = at > 0 && at + 1 < text.Length ? new RoleCondition(text[..at], text[(at + 1)..], text[at] == '~') : new RoleCondition("", "", false);
        return condition.Role.Length > 0;
    }
}

/// <summary>How time is parted.</summary>
public enum Period
{
    Month,
    Quarter,
    Year,
}
