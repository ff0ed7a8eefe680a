using System.Collections.Immutable;

namespace NewsExtract.Learning.Facts;

/// <summary>
/// What a scorer knows of a fact: which rule made it, of which mentions, how far they lie from each other and what stands between
/// and beside them. No word of the text is a feature, so that a model can't know its bulletins by their names.
/// </summary>
internal sealed class FactFeatures
{
    /// <summary>Of these features; trees of another version are refused.</summary>
    public const int Version = 1;

    // Features of a role: whether it is filled, words from the trigger to it, its length.
    private const int OfRole = 3;

    private readonly FactContext _context;
    private readonly FactVocabulary _vocabulary;
    private readonly FactIndex _facts;
    private readonly TokenCounts _tokens;
    private readonly SentenceShapes _sentences;

    private FactFeatures(FactContext context, ImmutableArray<Fact> facts, FactVocabulary vocabulary)
    {
        _context = context;
        _vocabulary = vocabulary;
        _facts = new FactIndex(context, facts);
        _tokens = new TokenCounts(context.Tokens, context.Text.Text.Length);
        _sentences = new SentenceShapes(context);
    }

    /// <summary>How many features a fact has.</summary>
    public static int Width(FactVocabulary vocabulary) => FactRow.Width + vocabulary.Types.Length + vocabulary.Rules.Length + (OfRole * vocabulary.Roles.Length);

    /// <param name="facts">All of an article.</param>
    /// <returns>A row of <see cref="Width"/> for each.</returns>
    public static float[][] Of(FactContext context, ImmutableArray<Fact> facts, FactVocabulary vocabulary)
    {
        var features = new FactFeatures(context, facts, vocabulary);
        return [.. facts.Select(features.Row)];
    }

    private float[] Row(Fact fact)
    {
        var row = new float[Width(_vocabulary)];
        var trigger = FactIndex.Anchor(fact);
        new FactRow(_context, _tokens, _sentences, fact, trigger).Write(row);
        WriteNeighbours(row, fact, trigger);
        var at = FactRow.Width;
        Mark(row, at, _vocabulary.Types, fact.Type);
        at += _vocabulary.Types.Length;
        Mark(row, at, _vocabulary.Rules, fact.Producer.Id);
        at += _vocabulary.Rules.Length;
        foreach (var argument in fact.Arguments)
        {
            var role = _vocabulary.Roles.BinarySearch(argument.Role, StringComparer.Ordinal);
            if (role >= 0)
            {
                var cells = row.AsSpan(at + (OfRole * role), OfRole);
                cells[0] = 1;
                cells[1] = argument.Spans.IsEmpty ? 0 : _tokens.Between(trigger.Start, argument.Spans[0].Start);
                cells[2] = argument.Spans.Sum(span => span.Length);
            }
        }

        return row;
    }

    // What other facts compete for the same words or say much the same.
    private void WriteNeighbours(float[] row, Fact fact, TextSpan trigger)
    {
        var near = _facts.InSentence(_context.Text.SentenceAt(trigger.Start));
        row[FactRow.Neighbours] = near.Count - 1;
        row[FactRow.Neighbours + 1] = near.Count(other => other.Type == fact.Type) - 1;
        row[FactRow.Neighbours + 2] = near.Count(other => FactIndex.Anchor(other) == trigger) - 1;
        row[FactRow.Neighbours + 3] = _facts.SameFirst(fact) - 1;
        row[FactRow.Neighbours + 4] = fact.Arguments is [{ Spans: [var place, ..] }, ..] ? _facts.Filling(place) - 1 : 0;
    }

    private static void Mark(float[] row, int at, ImmutableArray<string> known, string name)
    {
        var index = known.BinarySearch(name, StringComparer.Ordinal);
        if (index >= 0)
        {
            row[at + index] = 1;
        }
    }
}
