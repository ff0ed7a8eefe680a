using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Declared;

/// <summary>Finds what fills the roles of one type beside a trigger. Each mention fills one role at most. For one article, not safe for concurrent use.</summary>
internal sealed class RoleFinder(FactContext context)
{
    private readonly string _text = context.Text.Text;
    private readonly ArticleDiscourse _discourse = ArticleDiscourse.Of(context);
    private readonly PartyReader _parties = new(context);

    /// <summary>Where a trigger stands.</summary>
    /// <param name="Clause">From mark to mark; marks within quotation marks or brackets don't end it.</param>
    internal readonly record struct Setting(TriggerMatch Match, int Sentence, TextSpan Bounds, TextSpan Clause);

    public Setting SettingOf(TriggerMatch match, int sentence)
    {
        var bounds = context.Text.Sentences[sentence].Span;
        return new Setting(match, sentence, bounds, new TextSpan(_parties.ClauseStart(bounds, match.Span.Start), ClauseEnd(bounds, match.Span.End)));
    }

    /// <summary>The mentions that fill a role, a single one unless it is a list; empty when nothing does.</summary>
    /// <param name="taken">Mentions that fill other roles.</param>
    public IReadOnlyList<Mention> Find(DeclaredRole role, Setting setting, HashSet<Mention> taken)
    {
        foreach (var (name, span) in setting.Match.Groups)
        {
            if (name == role.Definition.Name)
            {
                return Cut(role, [.. Fitting(role, span, taken)]);
            }
        }

        foreach (var source in role.Sources)
        {
            if ((source.Triggers.IsEmpty || source.Triggers.Contains(setting.Match.Trigger.Id)) && Look(role, source, setting, taken) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private IReadOnlyList<Mention> Look(DeclaredRole role, RoleSource source, Setting setting, HashSet<Mention> taken)
    {
        var trigger = setting.Match.Span;
        var scope = source.InSentence ? setting.Bounds : setting.Clause;
        switch (source.Where)
        {
            case SourcePlace.Inside:
                return Cut(role, [.. Fitting(role, trigger, taken).Where(mention => Suits(source, mention, mention))]);
            case SourcePlace.Occasion:
                return OfOccasion(role, setting.Sentence, taken);
            case SourcePlace.Subject:
                return Subject(role, setting, taken) is { Count: > 0 } subject && Suits(source, subject[0], subject[^1]) ? subject : [];
            case SourcePlace.Before:
                return Nearest(role, source, new TextSpan(scope.Start, trigger.Start), trigger, taken, forward: false);
            default:
                return Nearest(role, source, new TextSpan(trigger.End, Math.Max(trigger.End, scope.End)), trigger, taken, forward: true);
        }
    }

    private IReadOnlyList<Mention> Nearest(DeclaredRole role, RoleSource source, TextSpan scope, TextSpan trigger, HashSet<Mention> taken, bool forward)
    {
        var fitting = Fitting(role, scope, taken).ToList();
        foreach (var mention in forward ? fitting : Enumerable.Reverse(fitting))
        {
            var row = RowOf(role, mention, scope, taken);
            var distance = forward ? row[0].Span.Start - trigger.End : trigger.Start - row[^1].Span.End;
            if (distance > source.Reach)
            {
                return [];
            }

            if (Suits(source, row[0], row[^1]))
            {
                return row;
            }
        }

        return [];
    }

    private IReadOnlyList<Mention> Subject(DeclaredRole role, Setting setting, HashSet<Mention> taken)
    {
        var position = setting.Match.Span.Start;
        if (role.Takes(EntityType.Person) && People(position) is { Length: > 0 } people)
        {
            return Cut(role, [.. people.Select(name => context.MentionAt(name.Start)).OfType<Mention>().Where(mention => !taken.Contains(mention))]);
        }

        return _parties.Subject(setting.Sentence, position) is { } body && context.MentionAt(body.Start) is { } found && role.Takes(found.Type) && !taken.Contains(found)
            ? RowOf(role, found, new TextSpan(Math.Min(found.Span.Start, setting.Clause.Start), Math.Max(found.Span.End, position)), taken)
            : [];
    }

    // 李明、王芳|…创办; 他|…创办, with 李明 at the head of the clause before
    private ImmutableArray<TextSpan> People(int position)
    {
        var clause = _discourse.FirstClauseAfter(position) - 1;
        if (clause >= 0 && _discourse.Clauses[clause] is { Role: HeadRole.Subject or HeadRole.Agent } head && head.Span.Contains(position))
        {
            return [.. head.Heads.Select(index => _discourse.Persons[index].Name)];
        }

        return _discourse.Subjects.Before(position, withinSentence: true) is { } carried ? [_discourse.Persons[carried].Name] : [];
    }

    private IReadOnlyList<Mention> OfOccasion(DeclaredRole role, int sentence, HashSet<Mention> taken)
    {
        if (_discourse.Occasions.At(sentence) is not { } occasion)
        {
            return [];
        }

        Mention?[] told = [occasion.Date, occasion.Place, occasion.Event is { } span ? context.MentionAt(span.Start) : null];
        return [.. told.OfType<Mention>().Where(mention => role.Takes(mention.Type) && IsUsable(role, mention) && !taken.Contains(mention)).Take(1)];
    }

    private IReadOnlyList<Mention> RowOf(DeclaredRole role, Mention mention, TextSpan scope, HashSet<Mention> taken) => role.Definition.Kind != RoleKind.List
        ? [mention]
        : [.. _parties.RowAround(mention.Span, scope, role.Takes).Select(span => context.MentionAt(span.Start)!).Where(other => !taken.Contains(other) && IsUsable(role, other))];

    private static IReadOnlyList<Mention> Cut(DeclaredRole role, IReadOnlyList<Mention> mentions) => role.Definition.Kind == RoleKind.List ? mentions : [.. mentions.Take(1)];

    private IEnumerable<Mention> Fitting(DeclaredRole role, TextSpan scope, HashSet<Mention> taken)
    {
        foreach (var mention in context.MentionsIn(scope).ToArray())
        {
            if (role.Takes(mention.Type) && !taken.Contains(mention) && IsUsable(role, mention) && !_discourse.Quotations.IsBracketed(mention.Span.Start))
            {
                yield return mention;
            }
        }
    }

    private static bool IsUsable(DeclaredRole role, Mention mention) => role.Definition.Kind switch
    {
        RoleKind.Number => mention.Value is NumberValue { Value: not null },
        RoleKind.Date => Occasion.IsoDateOf(mention) is not null,
        _ => true,
    };

    private bool Suits(RoleSource source, Mention first, Mention last) =>
        (source.Led.IsEmpty || EndsWithAny(first.Span.Start, source.Led))
        && !EndsWithAny(first.Span.Start, source.NotLed)
        && (source.Followed.IsEmpty || StartsWithAny(last.Span.End, source.Followed))
        && !StartsWithAny(last.Span.End, source.NotFollowed);

    /// <summary>Whether one of the words ends at <paramref name="position"/>.</summary>
    public bool EndsWithAny(int position, ImmutableArray<string> words) => words.Any(word => _text.AsSpan(0, position).EndsWith(word, StringComparison.Ordinal));

    /// <summary>Whether one of the words begins at <paramref name="position"/>.</summary>
    public bool StartsWithAny(int position, ImmutableArray<string> words) => words.Any(word => _text.AsSpan(position).StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether one of the words stands in a clause, outside of mentions and of the trigger.</summary>
    public bool HoldsAny(Setting setting, ImmutableArray<string> words)
    {
        for (var i = setting.Clause.Start; i < setting.Clause.End; i++)
        {
            if (setting.Match.Span.Contains(i))
            {
                i = setting.Match.Span.End - 1;
            }
            else if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (StartsWithAny(i, words))
            {
                return true;
            }
        }

        return false;
    }

    private int ClauseEnd(TextSpan sentence, int position)
    {
        var marks = _discourse.Quotations;
        var isQuoted = position < _text.Length && marks.IsQuoted(position);
        for (var i = position; i < sentence.End; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (_text[i] is '，' or '；' or '：' or '。' or '！' or '？' or ';' or ',' && !marks.IsBracketed(i) && marks.IsQuoted(i) == isQuoted)
            {
                return i;
            }
        }

        return sentence.End;
    }
}
