namespace NewsExtract.Storage.PostgreSql;

/// <summary>Texts as PostgreSQL takes them.</summary>
internal static class PostgresText
{
    /// <summary>U+FFFD for what the database keeps nowhere and no paper prints, though damaged files hold it: U+0000 and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return string.Concat(text.EnumerateRunes().Select(static rune => rune.Value == 0 ? "\uFFFD" : rune.ToString()));
            }
        }

        return text;
    }
}
