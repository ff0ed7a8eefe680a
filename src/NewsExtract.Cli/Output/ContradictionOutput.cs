using System.Globalization;
using NewsExtract.Linking.Contradictions;

namespace NewsExtract.Cli.Output;

/// <summary>Contradictions as rows: both values with evidence, article, date and page.</summary>
internal sealed class ContradictionOutput(QueryOutput output)
{
    public static string NameOf(ContradictionClass value) => value.ToString().ToLowerInvariant();

    public void Write(IReadOnlyCollection<Contradiction> contradictions)
    {
        if (!output.IsTable)
        {
            output.WriteRows(contradictions.Select(ToRow));
            return;
        }

        output.WriteTable(
            ["class", "of", "value", "evidence", "source", "value", "evidence", "source"],
            contradictions.Select(static found => new[]
            {
                NameOf(found.Class), Subject(found.First), Value(found.First), found.First.Place.Evidence, Place(found.First),
                found.Detail.Length > 0 ? found.Detail : Value(found.Second), found.Second.Place.Evidence, Place(found.Second),
            }));
        output.WriteTotal(contradictions.Count, () => contradictions.Count, "contradictions");
    }

    private static Dictionary<string, object?> ToRow(Contradiction found)
    {
        var row = new Dictionary<string, object?>
        {
            ["class"] = NameOf(found.Class),
            ["type"] = found.First.Type,
            ["subject"] = found.First.Subject,
            ["measure"] = found.First.Measure,
            ["unit"] = found.First.Unit,
            ["period"] = found.First.Period,
            ["modality"] = found.First.Modality,
            ["detail"] = found.Detail.Length > 0 ? found.Detail : null,
        };
        Add(row, "first", found.First);
        Add(row, "second", found.Second);
        return row;
    }

    private static void Add(Dictionary<string, object?> row, string prefix, Figure figure)
    {
        row[prefix + "_value"] = figure.Value.ToString();
        row[prefix + "_evidence"] = figure.Place.Evidence;
        row[prefix + "_source"] = figure.Place.Source;
        row[prefix + "_article"] = figure.Place.Article;
        row[prefix + "_headline"] = figure.Place.Headline;
        row[prefix + "_date"] = figure.Place.Date;
        row[prefix + "_page"] = figure.Place.Page;
        row[prefix + "_fact"] = figure.Place.Fact;
        row[prefix + "_spans"] = string.Join(',', figure.Place.Spans.Select(static span => $"{span.Start}-{span.End}"));
        row[prefix + "_sha256"] = figure.Place.Sha256;
    }

    private static string Subject(Figure figure) => string.Join(' ', new[] { figure.Subject, figure.Measure, figure.Period }.OfType<string>());

    private static string Value(Figure figure) => figure.Value + (figure.Unit ?? "");

    private static string Place(Figure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Place.Date} {figure.Place.Source} #{figure.Place.Article + 1}{(figure.Place.Page is { } page ? $" p. {page}" : "")}").TrimStart();
}
