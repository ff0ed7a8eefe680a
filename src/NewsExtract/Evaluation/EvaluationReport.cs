namespace NewsExtract.Evaluation;

/// <summary>A gold item that was missed (<c>-</c>) or one returned that is not gold (<c>+</c>).</summary>
/// <param name="Kind">A mention label, a fact type, or article, author or paragraph.</param>
internal readonly record struct Difference(string Kind, char Sign, string Bulletin, string Text)
{
    public override string ToString() => $"{Sign} {Bulletin}: {Text}";
}

/// <summary>The figures of an evaluation, summed over its bulletins.</summary>
internal sealed class EvaluationReport
{
    private static readonly string[] s_totals = ["article", "author", "paragraph", "mention", "fact", "role"];
    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly List<Difference> _differences = [];

    public int Bulletins { get; private set; }

    /// <summary>Bulletins that gave no records, since they could not be read.</summary>
    public int WithoutRecords { get; private set; }

    /// <summary>In the order of the bulletins; within one, misses come before extras.</summary>
    public IReadOnlyList<Difference> Differences => _differences;

    /// <param name="name">article, mention, <c>mention.PER</c>, <c>fact.position</c>, <c>role.position</c> and so on.</param>
    public Tally this[string name] => _tallies.GetValueOrDefault(name);

    /// <summary>All figures by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Tally> Tallies => _tallies;

    public void CountBulletin(bool hasRecords)
    {
        Bulletins++;
        WithoutRecords += hasRecords ? 0 : 1;
    }

    public void Add(string name, int hits, int gold, int found) => _tallies[name] = this[name] + new Tally(hits, gold, found);

    public void Add(Difference difference) => _differences.Add(difference);

    /// <summary>The lines of score.py: totals, then mention and fact types.</summary>
    public IEnumerable<string> ToLines()
    {
        foreach (var name in s_totals)
        {
            yield return this[name].ToRow(name);
        }

        foreach (var (name, tally) in _tallies)
        {
            if (name.Contains('.', StringComparison.Ordinal) && !name.StartsWith("role.", StringComparison.Ordinal))
            {
                yield return tally.ToRow(name);
            }
        }

        yield return $"{Bulletins} gold files, {WithoutRecords} without records";
    }
}
