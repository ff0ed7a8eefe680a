using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>Finds the people beside a verb, as indexes into <see cref="ArticleDiscourse.Persons"/>, by position.</summary>
internal sealed class ParticipantRows(ArticleDiscourse discourse)
{
    private readonly string _text = discourse.Context.Text.Text;

    /// <summary>听取了经理李明的汇报: it is those heard who report; <c>null</c> when nobody is said to be.</summary>
    public ImmutableArray<int>? HeardBefore(TextSpan verb, Clause clause)
    {
        var at = _text.AsSpan(clause.Span.Start, verb.Start - clause.Span.Start).IndexOf("听取", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var heard = ImmutableArray.CreateBuilder<int>();
        for (var i = discourse.FirstPersonFrom(clause.Span.Start + at); i < discourse.Persons.Length && discourse.Persons[i].Name.End <= verb.Start; i++)
        {
            heard.Add(i);
        }

        return heard.ToImmutable();
    }

    /// <summary>The row that begins at <paramref name="start"/>; names and titles may stand before its first person.</summary>
    public ImmutableArray<int> From(int start, int end)
    {
        var row = ImmutableArray.CreateBuilder<int>();
        var at = start;
        for (var i = discourse.FirstPersonFrom(start); i < discourse.Persons.Length && discourse.Persons[i].Name.Start < end; i++)
        {
            var reference = discourse.Persons[i];
            if (!IsRow(at, reference.Chain.Start, at == start))
            {
                break;
            }

            row.Add(i);
            at = reference.Chain.End;
        }

        return row.ToImmutable();
    }

    /// <summary>All in the clause from <paramref name="position"/> on.</summary>
    public ImmutableArray<int> After(int position, Clause clause)
    {
        var objects = ImmutableArray.CreateBuilder<int>();
        for (var i = discourse.FirstPersonFrom(position); i < discourse.Persons.Length && discourse.Persons[i].Name.End <= clause.Span.End; i++)
        {
            objects.Add(i);
        }

        return objects.ToImmutable();
    }

    /// <summary>The row that ends at <paramref name="position"/>: 在|李明、王芳|陪同下.</summary>
    public ImmutableArray<int> Before(int position, Clause clause)
    {
        var row = ImmutableArray.CreateBuilder<int>();
        var at = position;
        for (var i = discourse.FirstPersonFrom(position) - 1; i >= 0 && discourse.Persons[i].Name.Start >= clause.Span.Start; i--)
        {
            var reference = discourse.Persons[i];
            if (!IsRow(reference.Chain.End, at, false) && !_text.AsSpan(reference.Chain.End, at - reference.Chain.End).SequenceEqual("等"))
            {
                break;
            }

            row.Insert(0, i);
            at = reference.Chain.Start;
        }

        return row.ToImmutable();
    }

    private bool IsRow(int start, int end, bool first)
    {
        for (var i = start; i < end; i++)
        {
            if (_text[i] is not ('、' or '，' or '和') && !(first && discourse.MentionEndAt(i) is not null))
            {
                return false;
            }
        }

        return true;
    }
}
