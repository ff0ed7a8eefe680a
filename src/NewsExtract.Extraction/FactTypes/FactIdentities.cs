using System.Collections.Immutable;

namespace NewsExtract.Extraction.FactTypes;

/// <summary>
/// Which types are told once an article. Of the others, figures and statements, each stands for itself: two equal ones are of two
/// sentences.
/// </summary>
internal static class FactIdentities
{
    private static readonly ImmutableDictionary<string, FactIdentity> s_all = new Dictionary<string, FactIdentity>
    {
        // 运城市市长李明…市长李明: the same post, once with its body and once without.
        ["position"] = new("person", "title")
        {
            Agrees = static (left, right) => IsSameBody(Text(left, "organization"), Text(right, "organization")),
            Fullness = static fact => fact.Find("organization") is null ? 0 : 1,
        },
        ["appointment"] = new("person", "title", "action"),

        // 出席推进会…出席全市项目推进会; a visit is told of each place.
        ["participation"] = new("person", "action")
        {
            Agrees = static (left, right) => IsSameEvent(left, right),
            Fullness = static fact => Text(fact, "event").Length + (fact.Find("date") is null ? 0 : 100) + (fact.Find("place") is null ? 0 : 100),
        },
        ["credit"] = new("person", "role"),

        // 举行签约仪式…签署合作协议: the ceremony is that of the signing.
        ["agreement"] = new("parties")
        {
            Agrees = static (left, right) => IsCeremony(left) || IsCeremony(right) || Text(left, "agreement") == Text(right, "agreement"),
            Fullness = static fact => IsCeremony(fact) ? 0 : 1,
        },
        ["honor"] = new("recipient", "honor"),
        ["establishment"] = new("organization"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <returns><c>null</c> for types of which each stands for itself.</returns>
    public static FactIdentity? Of(string type) => s_all.GetValueOrDefault(type);

    private static string Text(Fact fact, string role) => fact.Find(role)?.Value is ArgumentValue.Text text ? text.Value : "";

    private static bool IsCeremony(Fact fact) => fact.Producer.Id.EndsWith(".ceremony", StringComparison.Ordinal);

    // An unnamed body may be any; a short name keeps characters of the long one in their order: 江川城投 of 江川市城市建设投资集团.
    private static bool IsSameBody(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        var at = 0;
        foreach (var character in longer)
        {
            at += at < shorter.Length && shorter[at] == character ? 1 : 0;
        }

        return at == shorter.Length;
    }

    private static bool IsSameEvent(Fact left, Fact right)
    {
        string first = Text(left, "event"), second = Text(right, "event");
        return first == second
            ? Text(left, "action") != "inspect" || left.Find("place") is null || right.Find("place") is null || Text(left, "place") == Text(right, "place")
            : first.EndsWith(second, StringComparison.Ordinal) || second.EndsWith(first, StringComparison.Ordinal);
    }
}
