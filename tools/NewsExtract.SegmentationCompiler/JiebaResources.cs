using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsExtract.Chinese.Segmentation;

namespace NewsExtract.SegmentationCompiler;

/// <summary>A frequency with a tag, shared by all words that have both.</summary>
internal readonly record struct Entry(int Frequency, string Tag);

/// <summary>What jieba.NET's resource folder holds that segmentation needs.</summary>
internal sealed class JiebaResources
{
    // Start probabilities stand in the original's finalseg/prob_start.py and in jieba.NET's code, not in its resources.
    private static readonly double[] Start = [-0.26268660809250016, SegmentationFormat.MinLog, SegmentationFormat.MinLog, -1.4652633398537678];

    private const string States = "BEMS";

    private JiebaResources(IReadOnlyDictionary<string, Entry> words, long total, double[] transitions, IReadOnlyDictionary<char, double[]> emissions, byte[] hashes)
    {
        Words = words;
        TotalFrequency = total;
        Transitions = transitions;
        Emissions = emissions;
        Hashes = hashes;
    }

    public IReadOnlyDictionary<string, Entry> Words { get; }

    /// <summary>Sum over all lines: a word that is listed twice counts twice, as in the original.</summary>
    public long TotalFrequency { get; }

    /// <summary>4 start values, then 4 × 4 transitions.</summary>
    public double[] Transitions { get; }

    public IReadOnlyDictionary<char, double[]> Emissions { get; }

    public byte[] Hashes { get; }

    /// <exception cref="InvalidDataException">A file isn't what it should be.</exception>
    public static JiebaResources Read(string folder)
    {
        var files = SegmentationFormat.SourceFiles.Select(name => File.ReadAllBytes(Path.Combine(folder, name))).ToArray();
        var words = ReadWords(files[0], out var total);
        return new JiebaResources(words, total, ReadTransitions(files[1]), ReadEmissions(files[2]), [.. files.SelectMany(SHA256.HashData)]);
    }

    // 长沙 2434 ns
    private static Dictionary<string, Entry> ReadWords(byte[] file, out long total)
    {
        var words = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var number = 0;
        total = 0;
        foreach (var line in Encoding.UTF8.GetString(file).Split('\n'))
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0)
            {
                continue;
            }

            var parts = text.Split(' ');
            if (parts.Length != 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var frequency)
                || parts[0].Any(character => character >= SegmentationFormat.CodeTableSize))
            {
                throw new InvalidDataException($"dict.txt, line {number}: expected 'word frequency tag', found '{text}'");
            }

            words[parts[0]] = new Entry(frequency, parts[2]);
            total += frequency;
        }

        return words;
    }

    private static double[] ReadTransitions(byte[] file)
    {
        var transitions = new double[SegmentationFormat.StateCount * (SegmentationFormat.StateCount + 1)];
        Array.Fill(transitions, SegmentationFormat.MinLog);
        Start.CopyTo(transitions, 0);
        using var json = JsonDocument.Parse(file);
        foreach (var from in json.RootElement.EnumerateObject())
        {
            foreach (var to in from.Value.EnumerateObject())
            {
                transitions[(SegmentationFormat.StateCount * (1 + StateOf(from.Name))) + StateOf(to.Name)] = to.Value.GetDouble();
            }
        }

        return transitions;
    }

    private static SortedDictionary<char, double[]> ReadEmissions(byte[] file)
    {
        var emissions = new SortedDictionary<char, double[]>();
        using var json = JsonDocument.Parse(file);
        foreach (var state in json.RootElement.EnumerateObject())
        {
            foreach (var character in state.Value.EnumerateObject())
            {
                var key = character.Name[0];
                if (key is < SegmentationFormat.FirstHan or > SegmentationFormat.LastHan)
                {
                    continue; // never asked for
                }

                if (!emissions.TryGetValue(key, out var row))
                {
                    emissions[key] = row = [SegmentationFormat.MinLog, SegmentationFormat.MinLog, SegmentationFormat.MinLog, SegmentationFormat.MinLog];
                }

                row[StateOf(state.Name)] = character.Value.GetDouble();
            }
        }

        return emissions;
    }

    private static int StateOf(string name)
    {
        var state = name.Length == 1 ? States.IndexOf(name[0], StringComparison.Ordinal) : -1;
        return state >= 0 ? state : throw new InvalidDataException($"expected one of the states {States}, found '{name}'");
    }
}
