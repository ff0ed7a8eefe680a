using System.Collections.Immutable;

namespace NewsExtract.Evaluation;

/// <summary>Compares the records of one bulletin with its gold marks. White space never counts.</summary>
internal static class BulletinScorer
{
    /// <param name="records">The bulletin's articles in order; empty when it could not be read.</param>
    /// <param name="others">The key roles of fact types beside <see cref="FactAlignment.Types"/> that are scored.</param>
    public static void Score(GoldBulletin gold, ImmutableArray<ArticleRecord> records, EvaluationReport report, IReadOnlyDictionary<string, string[]>? others = null)
    {
        ScoreMentions(gold, records, report);
        if (gold.Articles is not { } articles)
        {
            return;
        }

        ScoreFacts(gold.Name, [.. articles.SelectMany(article => article.Facts)], [.. records.SelectMany(record => record.Facts).Select(ScoredFact.Of)], report, others);
        Compare(
            "article",
            gold.Name,
            articles.Select(article => RoleValue.Squeeze(article.Headline)),
            records.Select(record => RoleValue.Squeeze(record.Article.Headline)),
            report);
        Compare(
            "author",
            gold.Name,
            articles.Where(article => article.Author is { Length: > 0 }).Select(article => RoleValue.Squeeze(article.Author)),
            records.Where(record => record.Article.Author is { Length: > 0 }).Select(record => RoleValue.Squeeze(record.Article.Author)),
            report);
        Compare(
            "paragraph",
            gold.Name,
            articles.SelectMany(article => article.Paragraphs).Select(CleanParagraph),
            records.SelectMany(record => record.Paragraphs).Where(paragraph => paragraph.Kind is "body" or "heading").Select(paragraph => CleanParagraph(paragraph.Text)),
            report);
    }

    // Gold paragraphs may open with # to mark a section heading.
    private static string CleanParagraph(string text) => RoleValue.Squeeze(text).TrimStart('#');

    private static void ScoreMentions(GoldBulletin gold, ImmutableArray<ArticleRecord> records, EvaluationReport report)
    {
        var marks = gold.Marks.ToLookup(mark => mark.Type.Label(), mark => RoleValue.Squeeze(gold.Text[mark.Span.Start..mark.Span.End]));
        var mentions = records.SelectMany(record => record.Mentions).ToLookup(mention => mention.Type, mention => RoleValue.Squeeze(mention.Text));
        foreach (var type in EntityTypes.All)
        {
            var label = type.Label();
            if (marks.Contains(label) || mentions.Contains(label))
            {
                var tally = Compare(label, gold.Name, marks[label], mentions[label], report, "mention." + label);
                report.Add("mention", tally.Hits, tally.Gold, tally.Found);
            }
        }
    }

    private static void ScoreFacts(string name, List<ScoredFact> gold, List<ScoredFact> found, EvaluationReport report, IReadOnlyDictionary<string, string[]>? others)
    {
        foreach (var type in others is null ? FactAlignment.Types : FactAlignment.Types.Concat(others.Keys))
        {
            var left = gold.FindAll(fact => fact.Type == type);
            var right = found.FindAll(fact => fact.Type == type);
            if (left.Count == 0 && right.Count == 0)
            {
                continue;
            }

            var pairs = FactAlignment.Align(left, right, others?.GetValueOrDefault(type));
            var hits = pairs.FindAll(pair => pair.SameKey);
            var shared = pairs.Sum(pair => pair.SharedRoles);
            int goldRoles = left.Sum(fact => fact.Roles.Length), foundRoles = right.Sum(fact => fact.Roles.Length);
            report.Add("fact." + type, hits.Count, left.Count, right.Count);
            report.Add("fact", hits.Count, left.Count, right.Count);
            report.Add("role." + type, shared, goldRoles, foundRoles);
            report.Add("role", shared, goldRoles, foundRoles);
            var hitGold = hits.Select(pair => pair.Gold).ToHashSet();
            var hitFound = hits.Select(pair => pair.Found).ToHashSet();
            AddDifferences(type, '-', name, left.Where((_, index) => !hitGold.Contains(index)).Select(fact => fact.ToString()), report);
            AddDifferences(type, '+', name, right.Where((_, index) => !hitFound.Contains(index)).Select(fact => fact.ToString()), report);
        }
    }

    /// <summary>Compares two multisets.</summary>
    private static Tally Compare(string kind, string name, IEnumerable<string> gold, IEnumerable<string> found, EvaluationReport report, string? tallyName = null)
    {
        var (left, right) = (gold.ToList(), found.ToList());
        var extras = new List<string>(right);
        var misses = new List<string>();
        foreach (var item in left)
        {
            if (!extras.Remove(item))
            {
                misses.Add(item);
            }
        }

        var tally = new Tally(left.Count - misses.Count, left.Count, right.Count);
        report.Add(tallyName ?? kind, tally.Hits, tally.Gold, tally.Found);
        AddDifferences(kind, '-', name, misses, report);
        AddDifferences(kind, '+', name, extras, report);
        return tally;
    }

    private static void AddDifferences(string kind, char sign, string name, IEnumerable<string> texts, EvaluationReport report)
    {
        foreach (var text in texts)
        {
            report.Add(new Difference(kind, sign, name, text));
        }
    }
}
