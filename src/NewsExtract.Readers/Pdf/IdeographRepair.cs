namespace NewsExtract.Readers.Pdf;

/// <summary>
/// Puts characters in place of the radicals (⽂ ⺠ ⻓) and compatibility ideographs that fonts name instead of them. Data: Unicode's
/// EquivalentUnifiedIdeograph and canonical mappings, made by scripts/make_radicals.py.
/// </summary>
internal static class IdeographRepair
{
    private static readonly char[] s_radicals = Load('\u2E80', '\u2FD5');
    private static readonly char[] s_compatibility = Load('\uF900', '\uFAFF');

    public static string Repair(string text)
    {
        if (text.Length == 1)
        {
            var repaired = Repair(text[0]);
            return repaired == text[0] ? text : repaired.ToString();
        }

        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = Repair(source[i]);
            }
        });
    }

    private static char Repair(char character) => character switch
    {
        >= '\u2E80' and <= '\u2FD5' => s_radicals[character - '\u2E80'],
        >= '\uF900' and <= '\uFAFF' => s_compatibility[character - '\uF900'],
        _ => character,
    };

    private static char[] Load(char first, char last)
    {
        var table = new char[last - first + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (char)(first + i);
        }

        using var reader = new StreamReader(typeof(IdeographRepair).Assembly.GetManifestResourceStream("NewsExtract.Readers.Pdf.ideographs.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] >= first && line[0] <= last)
            {
                table[line[0] - first] = line[1];
            }
        }

        return table;
    }
}
