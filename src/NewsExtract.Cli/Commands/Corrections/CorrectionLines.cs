using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NewsExtract.Storage;
using NewsExtract.Storage.Corrections;

namespace NewsExtract.Cli.Commands.Corrections;

/// <summary>
/// A file of corrections, one a line: whole ones, as export writes them, or what to do, in the words of the command:
/// <c>{"action": "edit", "fact": "4611686018427387904/f3", "set": {"title": "局长"}, "why": "…"}</c>.
/// </summary>
internal sealed record CorrectionLines(ImmutableArray<CorrectionRequest> Requests, ImmutableArray<Correction> Corrections)
{
    private static readonly ImmutableArray<string> s_targets = ["fact", "mention", "article"];
    private static readonly ImmutableArray<string> s_names = ["action", .. s_targets, "type", "evidence", "text", "set", "at", "modality", "why"];

    /// <exception cref="CommandException">NX3214: a line is broken, or there is none, or the two kinds are mixed.</exception>
    public static CorrectionLines Read(string path, string text)
    {
        var requests = ImmutableArray.CreateBuilder<CorrectionRequest>();
        var corrections = ImmutableArray.CreateBuilder<Correction>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}:{++number}");
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                var root = document.RootElement;
                if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("document", out _))
                {
                    corrections.Add(NewsStore.ReadCorrection(root));
                }
                else
                {
                    requests.Add(ReadRequest(root) with { Origin = place });
                }
            }
            catch (JsonException exception)
            {
                throw Broken($"{place}: this is no correction ({exception.Message.TrimEnd('.')}) — mend the line");
            }
        }

        if (requests.Count + corrections.Count == 0)
        {
            throw Broken($"{path}: there is no correction in it — write one a line");
        }

        return requests.Count == 0 || corrections.Count == 0
            ? new CorrectionLines(requests.ToImmutable(), corrections.ToImmutable())
            : throw Broken($"{path}: exported corrections and others stand in one file — part them");
    }

    private static CorrectionRequest ReadRequest(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"{line.ValueKind} where an object was expected");
        }

        if (line.EnumerateObject().Select(static property => property.Name).FirstOrDefault(static name => !s_names.Contains(name)) is { } unknown)
        {
            throw new JsonException($"{unknown} is none of {string.Join(", ", s_names)}");
        }

        var targets = s_targets.Select(name => CorrectionJson.OptionalText(line, name)).OfType<string>().ToList();
        return targets is [var target]
            ? new CorrectionRequest(CorrectionJson.Name<CorrectionAction>(line, "action"), target)
            {
                Type = CorrectionJson.OptionalText(line, "type"),
                Text = CorrectionJson.OptionalText(line, "evidence") ?? CorrectionJson.OptionalText(line, "text"),
                Roles = line.TryGetProperty("set", out var set) ? [.. Members(set, "set").SelectMany(ReadRole)] : [],
                At = line.TryGetProperty("at", out var at) ? Members(at, "at").ToImmutableDictionary(static place => place.Name is "evidence" or "text" ? "" : place.Name, static place => CorrectionJson.ReadSpan(place.Value)) : ImmutableDictionary<string, TextSpan>.Empty,
                Modality = CorrectionJson.OptionalText(line, "modality"),
                Why = CorrectionJson.OptionalText(line, "why"),
            }
            : throw new JsonException("it names not one fact, mention or article");
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadRole(JsonProperty role) => CorrectionJson.ReadValue(role.Value) switch
    {
        ArgumentValue.List list => list.Values.Select(item => KeyValuePair.Create(role.Name, item)),
        ArgumentValue.Number => [KeyValuePair.Create(role.Name, role.Value.GetRawText())],
        ArgumentValue.Text text => [KeyValuePair.Create(role.Name, text.Value)],
        _ => throw new JsonException($"{role.Name} has no value"),
    };

    private static JsonElement.ObjectEnumerator Members(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : throw new JsonException($"{name} is no object");

    private static CommandException Broken(string message) => new("NX3214", message, ExitCodes.Incomplete);
}
