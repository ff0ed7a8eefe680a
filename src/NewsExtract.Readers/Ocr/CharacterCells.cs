using System.Collections.Immutable;

namespace NewsExtract.Readers.Ocr;

/// <summary>The advances of a line's characters. An engine tells where their ink is; type stands in cells of an em or half an em.</summary>
internal static class CharacterCells
{
    /// <summary>Of an em.</summary>
    private const float Narrow = 0.5f;

    /// <summary>From the middle of a mark's cell to its ink: both halves of the cell of （ and ， are not alike.</summary>
    private const float MarkOffset = 0.22f;

    /// <param name="em">The type size as a share of the line's length.</param>
    /// <returns>Start and end of each, as shares of the line's length; the outermost may reach over its ends.</returns>
    public static (float Start, float End)[] Place(ImmutableArray<OcrCharacter> characters, float em)
    {
        var cells = new (float Start, float End)[characters.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var character = characters[i];
            var half = (IsNarrow(character.Text[0]) ? Narrow : 1) * em / 2;
            var middle = ((character.Start + character.End) / 2) + (OffsetOf(character.Text[0]) * em);
            cells[i] = (middle - half, middle + half);
        }

        // Where two overlap the mark gives way, or both do.
        for (var i = 1; i < cells.Length; i++)
        {
            ref var before = ref cells[i - 1];
            ref var cell = ref cells[i];
            if (before.End <= cell.Start)
            {
                continue;
            }

            var isMarkBefore = OffsetOf(characters[i - 1].Text[0]) != 0;
            var isMark = OffsetOf(characters[i].Text[0]) != 0;
            var edge = isMark == isMarkBefore ? (before.End + cell.Start) / 2 : isMark ? before.End : cell.Start;
            edge = Math.Clamp(edge, (before.Start + before.End) / 2, Math.Max((before.Start + before.End) / 2, (cell.Start + cell.End) / 2));
            before.End = edge;
            cell.Start = edge;
        }

        return cells;
    }

    private static bool IsNarrow(char character) => character < 0x2000;

    private static float OffsetOf(char character) => character switch
    {
        '，' or '。' or '；' or '：' or '、' or '”' or '’' or '）' or '》' or '〉' or '」' or '】' => MarkOffset,
        '（' or '《' or '〈' or '“' or '‘' or '「' or '【' => -MarkOffset,
        _ => 0,
    };
}
