namespace NewsExtract.Linking.Contradictions;

/// <summary>Finds in a paragraph what a record gives by its place in the source.</summary>
internal sealed class ParagraphText
{
    private readonly int[] _sources;

    public ParagraphText(ParagraphRecord paragraph)
    {
        Record = paragraph;
        _sources = new int[paragraph.Text.Length];
        var at = 0;
        var left = paragraph.Spans.Sum(static span => span.Length);
        foreach (var span in paragraph.Spans)
        {
            // Two lines of Latin letters are joined by a blank that stands for nothing of the source.
            if (at > 0 && at < _sources.Length && paragraph.Text.Length - at > left && paragraph.Text[at] == ' ')
            {
                _sources[at++] = span.Start;
            }

            for (var source = span.Start; source < span.End && at < _sources.Length; source++)
            {
                _sources[at++] = source;
            }

            left -= span.Length;
        }
    }

    public ParagraphRecord Record { get; }

    public string Text => Record.Text;

    /// <returns>Where in <see cref="Text"/> a unit of the source stands; <c>null</c> when it is of another paragraph.</returns>
    public int? Find(int source)
    {
        // Pieces of a paragraph may stand in any order in the source.
        var at = Array.IndexOf(_sources, source);
        return at < 0 ? null : at;
    }
}
