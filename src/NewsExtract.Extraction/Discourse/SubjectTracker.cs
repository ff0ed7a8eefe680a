using System.Collections.Immutable;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Tells whom 他, 她 or a left-out subject means: the last person that headed a clause.</summary>
internal sealed class SubjectTracker(ArticleText text, ImmutableArray<Clause> clauses)
{
    /// <summary>Index into <see cref="ArticleDiscourse.Persons"/> of the subject before <paramref name="position"/>, or <c>null</c>.</summary>
    /// <param name="withinSentence">Look no further back than the sentence, as a left-out subject asks for.</param>
    public int? Before(int position, bool withinSentence)
    {
        if (clauses.IsEmpty)
        {
            return null;
        }

        var sentence = text.SentenceAt(position);
        var block = text.Sentences[sentence].Block;
        for (var i = LastBefore(position); i >= 0; i--)
        {
            var clause = clauses[i];
            if (withinSentence && clause.Sentence != sentence)
            {
                return null;
            }

            // from the paragraph before only for the first sentence of this one
            var behind = block - text.Sentences[clause.Sentence].Block;
            if (behind > 1 || (behind == 1 && sentence > 0 && text.Sentences[sentence - 1].Block == block))
            {
                return null;
            }

            if (clause.Role is HeadRole.Subject or HeadRole.Agent or HeadRole.Source)
            {
                return clause.Heads[0];
            }
        }

        return null;
    }

    private int LastBefore(int position)
    {
        int low = 0, high = clauses.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (clauses[middle].Span.Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
