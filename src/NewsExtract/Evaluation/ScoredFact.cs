using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsExtract.Evaluation;

/// <summary>A role's value as scoring compares it.</summary>
/// <param name="Norm">Equal for equal values: text without white space, a number to six places, a list in any order.</param>
/// <param name="Squeezed">The text without white space, for likeness.</param>
/// <param name="Json">As shown to a person.</param>
internal readonly record struct RoleValue(string Norm, string Squeezed, string Json)
{
    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a missing role compares as.</summary>
    public static RoleValue Missing { get; } = new("s", "", "null");

    public static RoleValue OfText(string text)
    {
        var squeezed = Squeeze(text);
        return new RoleValue("s" + squeezed, squeezed, JsonSerializer.Serialize(text, s_relaxed));
    }

    public static RoleValue OfNumber(double number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new RoleValue("n" + Math.Round(number, 6).ToString("R", CultureInfo.InvariantCulture), text, text);
    }

    public static RoleValue OfList(IEnumerable<string> items)
    {
        var list = items.ToList();
        var sorted = list.Select(Squeeze).Order(StringComparer.Ordinal);
        return new RoleValue(
            "l" + string.Join('\u0001', sorted),
            "[" + string.Join(',', list.Select(item => $"'{Squeeze(item)}'")) + "]",
            JsonSerializer.Serialize(list, s_relaxed));
    }

    public static RoleValue Of(ArgumentValue value) => value switch
    {
        ArgumentValue.Text text => OfText(text.Value),
        ArgumentValue.Number number => OfNumber((double)number.Value),
        ArgumentValue.List list => OfList(list.Values),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "unknown kind of value"),
    };

    /// <exception cref="InvalidDataException">A value that the gold format does not have.</exception>
    public static RoleValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => OfText(value.GetString()!),
        JsonValueKind.Number => OfNumber(value.GetDouble()),
        JsonValueKind.Array => OfList(value.EnumerateArray().Select(item => item.ToString())),
        JsonValueKind.Null => Missing,
        _ => throw new InvalidDataException($"{value.ValueKind} where a string, number or list was expected: {value}"),
    };

    /// <summary>Without white space, as Python's <c>\s</c> has it.</summary>
    public static string Squeeze(string? text)
    {
        if (text is null)
        {
            return "";
        }

        var builder = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && character is not (>= '\u001c' and <= '\u001f'))
            {
                builder.Append(character);
            }
        }

        return builder.ToString();
    }

    /// <summary>Whether a fuzzy role agrees: one holds the other and is at least half as long, or they are alike by 0.75.</summary>
    public bool IsCloseTo(RoleValue other)
    {
        if (Squeezed.Length == 0 || other.Squeezed.Length == 0)
        {
            return Squeezed.Length == other.Squeezed.Length;
        }

        if (Squeezed.Contains(other.Squeezed, StringComparison.Ordinal) || other.Squeezed.Contains(Squeezed, StringComparison.Ordinal))
        {
            double left = SequenceRatio.CodePoints(Squeezed).Length, right = SequenceRatio.CodePoints(other.Squeezed).Length;
            return Math.Min(left, right) / Math.Max(left, right) >= 0.5;
        }

        return SequenceRatio.Of(Squeezed, other.Squeezed) >= 0.75;
    }
}

/// <summary>A gold or found fact as scoring sees it.</summary>
internal sealed record ScoredFact(string Type, ImmutableArray<KeyValuePair<string, RoleValue>> Roles, string? Evidence)
{
    public static ScoredFact Of(FactRecord fact) => new(
        fact.Type,
        [.. fact.Roles.Select(role => KeyValuePair.Create(role.Key, RoleValue.Of(role.Value)))],
        fact.Evidence.Text);

    public static ScoredFact Of(Fact fact) => new(
        fact.Type,
        [.. fact.Arguments.Select(argument => KeyValuePair.Create(argument.Role, RoleValue.Of(argument.Value)))],
        Evidence: null);

    public static ScoredFact Of(JsonElement fact) => new(
        fact.GetProperty("type").GetString()!,
        [
            .. fact.EnumerateObject()
                .Where(property => property.Name is not ("type" or "evidence"))
                .Select(property => KeyValuePair.Create(property.Name, RoleValue.Of(property.Value))),
        ],
        fact.TryGetProperty("evidence", out var evidence) ? evidence.ToString() : null);

    public RoleValue Get(string role)
    {
        foreach (var (name, value) in Roles)
        {
            if (name == role)
            {
                return value;
            }
        }

        return RoleValue.Missing;
    }

    /// <summary>How many roles agree in name and value.</summary>
    public int CountShared(ScoredFact other)
    {
        var shared = 0;
        foreach (var (name, value) in Roles)
        {
            foreach (var (otherName, otherValue) in other.Roles)
            {
                if (name == otherName && value.Norm == otherValue.Norm)
                {
                    shared++;
                }
            }
        }

        return shared;
    }

    public override string ToString()
    {
        var builder = new StringBuilder("{\"type\": \"").Append(Type).Append('"');
        foreach (var (name, value) in Roles)
        {
            builder.Append(", \"").Append(name).Append("\": ").Append(value.Json);
        }

        if (Evidence is not null)
        {
            builder.Append(", \"evidence\": ").Append(RoleValue.OfText(Evidence).Json);
        }

        return builder.Append('}').ToString();
    }
}
