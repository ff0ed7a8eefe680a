// NewsExtract.SegmentationCompiler RESOURCES OUTPUT
// Compiles the resources of the jieba.NET package into the binary that SpanTokenizer reads.
using System.Runtime.InteropServices;
using System.Text;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.SegmentationCompiler;

if (args is not [var folder, var output])
{
    Console.Error.WriteLine("usage: NewsExtract.SegmentationCompiler RESOURCES OUTPUT");
    return 2;
}

try
{
    var bytes = Compile(JiebaResources.Read(folder));

    // Written under another name first: an interrupted build leaves no half of a file that looks up to date.
    File.WriteAllBytes(output + ".tmp", bytes);
    File.Move(output + ".tmp", output, overwrite: true);
    return 0;
}
catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine($"{folder} : error NX1202: can't compile the segmentation model: {exception.Message}");
    return 1;
}

static byte[] Compile(JiebaResources resources)
{
    var entries = resources.Words.Values.Distinct().OrderBy(entry => entry.Frequency).ThenBy(entry => entry.Tag, StringComparer.Ordinal).ToArray();
    var entryIndex = entries.Select((entry, i) => (entry, i)).ToDictionary(pair => pair.entry, pair => checked((ushort)(pair.i + 1)));
    var tags = entries.Select(entry => entry.Tag).Distinct().Order(StringComparer.Ordinal).ToArray();
    var words = resources.Words.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => (word.Key, entryIndex[word.Value])).ToArray();
    var codes = AssignCodes(words.Select(word => word.Key));
    var cells = DoubleArrayBuilder.Build(words, codes);
    var tagBytes = Encoding.ASCII.GetBytes(string.Concat(tags.Select(tag => tag + "\n")));
    var layout = new SegmentationLayout(cells.Length, entries.Length + 1, resources.Emissions.Count + 1, tagBytes.Length);

    var bytes = new byte[layout.Length];
    MemoryMarshal.AsBytes(cells.AsSpan()).CopyTo(bytes.AsSpan(SegmentationLayout.Cells));
    MemoryMarshal.AsBytes(codes.AsSpan()).CopyTo(bytes.AsSpan(layout.Codes));
    var logs = MemoryMarshal.Cast<byte, double>(bytes.AsSpan(layout.LogFrequencies..layout.Transitions));
    var frequencies = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(layout.Frequencies..layout.EmissionIndex));
    for (var i = 0; i < entries.Length; i++)
    {
        // The original counts a word of frequency 0 as 1 where it takes the logarithm.
        logs[i + 1] = Math.Log(Math.Max(entries[i].Frequency, 1));
        frequencies[i + 1] = entries[i].Frequency;
        bytes[layout.EntryTags + i + 1] = (byte)(Array.IndexOf(tags, entries[i].Tag) + 1);
    }

    MemoryMarshal.AsBytes(resources.Transitions.AsSpan()).CopyTo(bytes.AsSpan(layout.Transitions));
    var emissions = MemoryMarshal.Cast<byte, double>(bytes.AsSpan(layout.Emissions..layout.Frequencies));
    var rows = MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan(layout.EmissionIndex..layout.EntryTags));
    emissions[..SegmentationFormat.StateCount].Fill(SegmentationFormat.MinLog);
    ushort row = 0;
    foreach (var (character, values) in resources.Emissions)
    {
        rows[character - SegmentationFormat.FirstHan] = ++row;
        values.CopyTo(emissions[(row * SegmentationFormat.StateCount)..]);
    }

    tagBytes.CopyTo(bytes, layout.Tags);
    resources.Hashes.CopyTo(bytes, layout.Hashes);
    var checksum = SegmentationFormat.Checksum(bytes.AsSpan(SegmentationFormat.HeaderSize));
    new SegmentationHeader(SegmentationFormat.Magic, SegmentationFormat.Version, layout, resources.TotalFrequency, checksum).Write(bytes);
    return bytes;
}

// Frequent characters get small codes: their children lie close together.
static ushort[] AssignCodes(IEnumerable<string> words)
{
    var counts = new int[SegmentationFormat.CodeTableSize];
    foreach (var character in words.SelectMany(word => word))
    {
        counts[character]++;
    }

    var codes = new ushort[counts.Length];
    ushort code = 0;
    foreach (var character in Enumerable.Range(0, counts.Length).Where(i => counts[i] > 0).OrderByDescending(i => counts[i]))
    {
        codes[character] = ++code;
    }

    return codes;
}
