using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.FactTypes.Declared;

/// <summary>Finds the triggers of one type in a sentence: the longest at each place, of equal ones the first declared. Safe for concurrent use.</summary>
internal sealed class TriggerFinder
{
    private readonly ImmutableArray<DeclaredTrigger> _triggers;
    private readonly WordTrie _words;

    public TriggerFinder(ImmutableArray<DeclaredTrigger> triggers)
    {
        _triggers = triggers;
        _words = new WordTrie([.. triggers.SelectMany((trigger, index) => trigger.Words.Select(word => KeyValuePair.Create(word, index)))]);
    }

    /// <returns>By position, without overlaps. No trigger begins within a mention.</returns>
    public List<TriggerMatch> Find(FactContext context, TextSpan sentence)
    {
        var text = context.Text.Text;
        var found = new List<(TriggerMatch Match, int Rank)>();
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (_words.Longest(text, i, out var index) is > 0 and var length && i + length <= sentence.End)
            {
                found.Add((new TriggerMatch(_triggers[index], new TextSpan(i, i + length), []), index));
            }
        }

        for (var index = 0; index < _triggers.Length; index++)
        {
            if (_triggers[index].Pattern is { } pattern)
            {
                foreach (var match in Matches(pattern, text, sentence))
                {
                    if (context.MentionAt(match.Index) is not { } mention || mention.Span.Start == match.Index)
                    {
                        found.Add((new TriggerMatch(_triggers[index], SpanOf(match), GroupsOf(pattern, match)), index));
                    }
                }
            }
        }

        var kept = new List<TriggerMatch>();
        foreach (var (match, _) in found.OrderBy(static item => item.Match.Span.Start).ThenByDescending(static item => item.Match.Span.Length).ThenBy(static item => item.Rank))
        {
            if (kept.Count == 0 || kept[^1].Span.End <= match.Span.Start)
            {
                kept.Add(match);
            }
        }

        return kept;
    }

    // A sentence at a time, so that ^ and $ mean its ends.
    private static IEnumerable<Match> Matches(Regex pattern, string text, TextSpan sentence)
    {
        for (var match = pattern.Match(text, sentence.Start, sentence.Length); match.Success; match = match.NextMatch())
        {
            if (match.Length > 0)
            {
                yield return match;
            }
        }
    }

    private static ImmutableArray<KeyValuePair<string, TextSpan>> GroupsOf(Regex pattern, Match match) =>
    [
        .. pattern.GetGroupNames()
            .Where(name => name != "0" && match.Groups[name] is { Success: true, Length: > 0 })
            .Select(name => KeyValuePair.Create(name, SpanOf(match.Groups[name]))),
    ];

    private static TextSpan SpanOf(Capture capture) => new(capture.Index, capture.Index + capture.Length);
}
