namespace NewsExtract.Learning.Sequences;

/// <summary>One line to learn from.</summary>
/// <param name="Features">Of each position the hashes of its features.</param>
/// <param name="Allowed">
/// Of each position the tags that it may have: one where it is marked in full; several where a corpus does not mark all
/// types, or not told apart as ours are.
/// </param>
internal sealed record SequenceLine(uint[][] Features, ulong[] Allowed)
{
    private const ulong Lane = (1UL << Tags.Lanes) - 1;

    /// <summary>The first position none of whose tags can stand behind what is allowed before; <c>null</c> where there is a sequence for the whole line.</summary>
    /// <remarks>A mention that the line does not end is missed at the position behind the last.</remarks>
    public int? Contradiction()
    {
        // Before the line lies what is in no mention.
        var reached = Tags.Bit(Tags.Outside);
        for (var position = 0; position < Allowed.Length; position++)
        {
            var open = ((reached >> Tags.FirstBegin) | (reached >> Tags.FirstInside)) & Lane;
            var next = (open << Tags.FirstInside) | (open << Tags.FirstEnd);
            if (IsClosed(reached))
            {
                next |= (Lane << Tags.FirstBegin) | (Lane << Tags.FirstSingle);
            }

            reached = next & Allowed[position];
            if (reached == 0)
            {
                return position;
            }
        }

        return IsClosed(reached) ? null : Allowed.Length;
    }

    private static bool IsClosed(ulong tags) => (tags & ((Lane << Tags.FirstSingle) | (Lane << Tags.FirstEnd))) != 0;
}
