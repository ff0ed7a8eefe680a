using System.Collections.Immutable;

namespace NewsExtract.Storage.Corrections;

/// <summary>Facts and mentions as statements, and how alike the two are.</summary>
internal static class Statements
{
    // The extractor makes now what a person wrote.
    private const int Certain = 1000;

    public static Statement Of(FactRecord fact, LocatedText text) => new(fact.Type, PassageOf(fact.Evidence.Text, fact.Evidence.Spans, text))
    {
        Modality = fact.Modality,
        Roles = [.. fact.Roles.OrderBy(static role => role.Key, StringComparer.Ordinal)
            .Select(role => new StatementRole(role.Key, role.Value, text.PassagesOf(fact.RoleSpans.GetValueOrDefault(role.Key, []))))],
    };

    public static Statement Of(MentionRecord mention, LocatedText text) => new(mention.Type, PassageOf(mention.Text, mention.Spans, text));

    /// <summary>Whether a fact says just what the statement does, at the same place.</summary>
    /// <param name="checksPlaces">The roles must stand at the same places too.</param>
    public static bool Says(FactRecord fact, Statement statement, bool checksPlaces) =>
        fact.Type == statement.Type && fact.Modality == statement.Modality && fact.Evidence.Spans.SequenceEqual(statement.At.Spans)
        && HasRolesOf(fact, statement)
        && (!checksPlaces || statement.Roles.All(role => SpansOf(role).SequenceEqual(fact.RoleSpans.GetValueOrDefault(role.Name, []))));

    public static bool Says(MentionRecord mention, Statement statement) => mention.Type == statement.Type && mention.Spans.SequenceEqual(statement.At.Spans);

    public static ImmutableArray<TextSpan> SpansOf(StatementRole role) => [.. role.At.SelectMany(static passage => passage.Spans)];

    /// <summary>
    /// How surely a fact is the one that a correction is about; <c>null</c> when it says something else. A rejection holds for whatever
    /// says all that was rejected. Anything else a person said takes the place of a fact that does not contradict it, whatever it adds
    /// or leaves out: two values of a role contradict each other where they stand at different places.
    /// </summary>
    public static int? Likeness(FactRecord fact, Correction correction, Statement anchor, Statement content)
    {
        if (fact.Type != anchor.Type)
        {
            return null;
        }

        if (correction.Action != CorrectionAction.Reject && HasRolesOf(fact, content) && Overlap(fact.Evidence.Spans, content.At.Spans))
        {
            return Certain;
        }

        var evidenceOverlaps = Overlap(fact.Evidence.Spans, anchor.At.Spans);
        var (agreeing, sharesPlace) = (0, evidenceOverlaps);
        foreach (var role in anchor.Roles)
        {
            if (!fact.Roles.TryGetValue(role.Name, out var value))
            {
                if (correction.Action == CorrectionAction.Reject)
                {
                    return null;
                }

                continue;
            }

            var overlaps = Overlap(fact.RoleSpans.GetValueOrDefault(role.Name, []), SpansOf(role));
            var isEqual = value.Equals(role.Value);
            if (isEqual && (overlaps || evidenceOverlaps))
            {
                agreeing += overlaps ? 2 : 1;
            }
            else if (overlaps && correction.Action != CorrectionAction.Reject && value is not ArgumentValue.Number)
            {
                agreeing++;
            }
            else if (correction.Action != CorrectionAction.Edit || role.Value.Equals(content.Find(role.Name)?.Value))
            {
                return null;
            }

            sharesPlace |= overlaps;
        }

        return agreeing > 0 && sharesPlace ? agreeing + (evidenceOverlaps ? 1 : 0) : null;
    }

    /// <summary>As of facts. A rejection or addition is of the same stretch of text alone: a longer or shorter name is another.</summary>
    public static int? Likeness(MentionRecord mention, Correction correction, Statement anchor, Statement content)
    {
        var isSame = mention.Spans.SequenceEqual(anchor.At.Spans);
        if (correction.Action is CorrectionAction.Reject or CorrectionAction.Add)
        {
            return isSame && mention.Type == anchor.Type ? 2 : null;
        }

        return (mention.Type == anchor.Type || mention.Type == content.Type) && (Overlap(mention.Spans, anchor.At.Spans) || Overlap(mention.Spans, content.At.Spans)) ? (isSame ? 2 : 1) : null;
    }

    public static bool Overlap(ImmutableArray<TextSpan> some, ImmutableArray<TextSpan> others) => some.Any(span => others.Any(span.Overlaps));

    private static bool HasRolesOf(FactRecord fact, Statement statement) =>
        fact.Roles.Count == statement.Roles.Length && statement.Roles.All(role => fact.Roles.TryGetValue(role.Name, out var value) && value.Equals(role.Value));

    private static Passage PassageOf(string quote, ImmutableArray<TextSpan> spans, LocatedText text) => text.Find(spans) is { } range ? text.PassageOf(range) : new Passage(quote, spans);
}
