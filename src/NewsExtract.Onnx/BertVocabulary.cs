namespace NewsExtract.Onnx;

/// <summary>vocab.txt: an entry a line, its number the line's, from 0.</summary>
internal sealed class BertVocabulary
{
    private readonly Dictionary<string, long> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <exception cref="OnnxModelException">NX2014: an entry that every input needs is missing.</exception>
    public BertVocabulary(string path, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            _entries.TryAdd(lines[i].TrimEnd('\r'), i);
        }

        Count = lines.Length;
        _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
        Unknown = Need("[UNK]");
        Start = Need("[CLS]");
        End = Need("[SEP]");

        long Need(string entry) => _entries.TryGetValue(entry, out var id)
            ? id
            : throw new OnnxModelException(OnnxDiagnostics.WrongVocabulary, $"{path}: the vocabulary has no {entry} — take the vocab.txt that the model was trained with");
    }

    public int Count { get; }

    public long Unknown { get; }

    public long Start { get; }

    public long End { get; }

    public long? Find(ReadOnlySpan<char> entry) => _lookup.TryGetValue(entry, out var id) ? id : null;
}
