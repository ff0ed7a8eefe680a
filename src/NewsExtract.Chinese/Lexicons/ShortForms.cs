namespace NewsExtract.Chinese.Lexicons;

/// <summary>How long names are shortened.</summary>
internal static class ShortForms
{
    /// <summary>
    /// Whether a name may be short for a longer one: its first two characters stand together there, and the others follow in their order.
    /// 晋宏股份 is short for 山西晋宏新材料股份有限公司.
    /// </summary>
    public static bool Abbreviates(ReadOnlySpan<char> name, ReadOnlySpan<char> full)
    {
        if (name.Length < 2 || full.Length <= name.Length)
        {
            return false;
        }

        var position = full.IndexOf(name[..2]);
        if (position < 0)
        {
            return false;
        }

        position += 2;
        foreach (var character in name[2..])
        {
            var next = full[position..].IndexOf(character);
            if (next < 0)
            {
                return false;
            }

            position += next + 1;
        }

        return true;
    }
}
