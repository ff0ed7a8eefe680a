using System.Collections.Immutable;
using System.Globalization;

namespace NewsExtract.Storage.Corrections;

/// <summary>Makes statements of what a person wrote: checks types, roles and values, and finds every text in the article.</summary>
internal sealed class StatementEditor(ImmutableArray<FactDefinition> definitions, LocatedText text, CorrectionRequest request)
{
    private const string Stated = "stated";

    private static readonly ImmutableArray<string> s_modalities = [Stated, .. Enum.GetNames<Modality>().Select(static name => name.ToLowerInvariant())];

    /// <exception cref="StoreException">NX3212, NX3213.</exception>
    public Statement NewFact()
    {
        var definition = definitions.FirstOrDefault(definition => definition.Name == request.Type)
            ?? throw Misfit($"'{request.Type}' is no type of fact or mention — one of {string.Join(", ", definitions.Select(static definition => definition.Name))}, or of {string.Join(", ", EntityTypes.All.Select(static type => type.Label()))}");
        if (request.Text is null)
        {
            throw Misfit("a fact needs its evidence — copy the clause that states it: --evidence TEXT");
        }

        return Complete(new Statement(definition.Name, Locate(request.Text, "", null)), definition);
    }

    /// <exception cref="StoreException">NX3212, NX3213.</exception>
    public Statement Edit(Statement present)
    {
        if (request.Type is not null && request.Type != present.Type)
        {
            throw Misfit($"a {present.Type} can't become a {request.Type} — reject it and add the other");
        }

        var evidence = request.Text is { } quote ? Locate(quote, "", RangeOf(present.At)) : present.At;
        var edited = Complete(present with { At = evidence }, definitions.FirstOrDefault(definition => definition.Name == present.Type));
        return CorrectionJson.Write(edited) != CorrectionJson.Write(present) ? edited : throw new StoreException("NX3215", $"{request.Name}: it says this already — nothing is left to do");
    }

    /// <exception cref="StoreException">NX3212, NX3213.</exception>
    public Statement NewMention(ArticleRecord record)
    {
        CheckMention();
        if (request.Text is not { } quote)
        {
            throw Misfit("a mention needs its text — copy it: --text TEXT");
        }

        // Of several the first that is none yet.
        var free = text.Occurrences(quote).Select(text.PassageOf).FirstOrDefault(passage => !record.Mentions.Any(mention => mention.Type == request.Type && mention.Spans.SequenceEqual(passage.Spans)));
        return new Statement(request.Type!, request.At.ContainsKey("") || free is null ? Locate(quote, "", null) : free);
    }

    /// <exception cref="StoreException">NX3212, NX3213.</exception>
    public Statement EditMention(Statement present)
    {
        CheckMention();
        var edited = new Statement(request.Type ?? present.Type, request.Text is { } quote ? Locate(quote, "", RangeOf(present.At)) : present.At);
        return CorrectionJson.Write(edited) != CorrectionJson.Write(present) ? edited : throw new StoreException("NX3215", $"{request.Name}: it says this already — nothing is left to do");
    }

    private void CheckMention()
    {
        if (request.Type is { } type && !EntityTypes.TryParse(type, out _))
        {
            throw Misfit($"'{type}' is no type of mention — one of {string.Join(", ", EntityTypes.All.Select(static known => known.Label()))}");
        }

        if (!request.Roles.IsEmpty || request.Modality is not null)
        {
            throw Misfit("a mention has neither roles nor modality — give a type or a text");
        }
    }

    private Statement Complete(Statement statement, FactDefinition? definition)
    {
        var roles = statement.Roles.ToDictionary(static role => role.Name, StringComparer.Ordinal);
        foreach (var given in request.Roles.GroupBy(static role => role.Key, StringComparer.Ordinal))
        {
            var values = given.Select(static role => role.Value).ToImmutableArray();
            if (values is [""])
            {
                roles.Remove(given.Key);
            }
            else
            {
                roles[given.Key] = Role(given.Key, values, KindOf(given.Key, definition, statement), definition?.FindRole(given.Key), statement);
            }
        }

        if (request.At.Keys.FirstOrDefault(role => role.Length > 0 && !request.Roles.Any(given => given.Key == role)) is { } lone)
        {
            throw Misfit($"there is a place for {lone} and no value — write --set {lone}=… too");
        }

        if (request.Modality is { } modality && !s_modalities.Contains(modality))
        {
            throw Misfit($"modality '{modality}' is none of {string.Join(", ", s_modalities)}");
        }

        if (definition?.Roles.FirstOrDefault(role => role.Required && !roles.ContainsKey(role.Name)) is { } missing)
        {
            throw Misfit($"a {definition.Name} needs {missing.Name} — write --set {missing.Name}=…");
        }

        return statement with
        {
            Modality = request.Modality is null ? statement.Modality : request.Modality == Stated ? null : request.Modality,
            Roles = [.. roles.Values.OrderBy(static role => role.Name, StringComparer.Ordinal)],
        };
    }

    // Of a type that only the store knows the present value says of what kind a role is.
    private RoleKind KindOf(string role, FactDefinition? definition, Statement statement) =>
        definition is not null
            ? definition.FindRole(role)?.Kind ?? throw Misfit($"a {definition.Name} has no role {role} — its roles are {string.Join(", ", definition.Roles.Select(static known => known.Name))}")
            : statement.Find(role)?.Value switch
            {
                ArgumentValue.Number => RoleKind.Number,
                ArgumentValue.List => RoleKind.List,
                _ => RoleKind.Text,
            };

    private StatementRole Role(string name, ImmutableArray<string> values, RoleKind kind, RoleDefinition? definition, Statement statement)
    {
        var evidence = RangeOf(statement.At);
        if (kind == RoleKind.List)
        {
            return new StatementRole(name, new ArgumentValue.List(values), [.. values.Select(value => Locate(value, name, evidence))]);
        }

        if (values is not [var text])
        {
            throw Misfit($"{name} takes one value, not {values.Length} — write --set {name}=… once");
        }

        var former = statement.Find(name)?.At ?? [];
        var place = request.At.TryGetValue(name, out var span) ? [PassageAt(name, span)] : former;
        switch (kind)
        {
            case RoleKind.Number:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? new StatementRole(name, new ArgumentValue.Number(number), place)
                    : throw Misfit($"{name} is a number in base units, not '{text}' — write 35000 for 3.5万");
            case RoleKind.Choice:
                return definition!.Choices.Contains(text) ? new StatementRole(name, new ArgumentValue.Text(text), place) : throw Misfit($"{name} '{text}' is none of {string.Join(", ", definition.Choices)}");
            case RoleKind.Date:
                return text.Length >= 4 && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
                    ? new StatementRole(name, new ArgumentValue.Text(text), place)
                    : throw Misfit($"{name} '{text}' is no date — write 2023-12-01, 2023-12 or 2023");
            default:
                return new StatementRole(name, new ArgumentValue.Text(text), [Locate(text, name, evidence)]);
        }
    }

    /// <summary>Within the evidence, else the last one before it, else the first behind it; the place that was given, if one was.</summary>
    private Passage Locate(string quote, string name, TextSpan? near)
    {
        if (request.At.TryGetValue(name, out var span))
        {
            return PassageAt(name, span) is var passage && passage.Quote == quote
                ? passage
                : throw new StoreException("NX3212", $"{request.Name}: at {span.Start}-{span.End} stands '{passage.Quote}', not '{quote}' — mend one of the two");
        }

        var all = text.Occurrences(quote).ToList();
        if (all.Count == 0)
        {
            throw new StoreException("NX3212", $"{request.Name}: '{quote}' does not stand in the article — copy it from the text as it is there");
        }

        if (near is not { } evidence)
        {
            return text.PassageOf(all[0]);
        }

        var within = all.FindIndex(range => range.Overlaps(evidence));
        var before = all.FindLastIndex(range => range.End <= evidence.Start);
        return text.PassageOf(all[within >= 0 ? within : Math.Max(before, 0)]);
    }

    private Passage PassageAt(string name, TextSpan span) => text.Range(span) is { } range
        ? text.PassageOf(range)
        : throw new StoreException("NX3212", $"{request.Name}: {span.Start}-{span.End}{(name.Length > 0 ? $" for {name}" : "")} does not lie in the article — places count as spans do");

    private TextSpan? RangeOf(Passage passage) => text.Find(passage.Spans);

    private StoreException Misfit(string message) => new("NX3213", $"{request.Name}: {message}");
}
