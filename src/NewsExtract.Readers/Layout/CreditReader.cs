namespace NewsExtract.Readers.Layout;

/// <summary>Takes bylines apart: 本报记者 王小明 通讯员 李梅, 文／张三　图／李四, 麦青 文/李真 图, 記者王小明／臺北報導, 责编：张三　美编：李四.</summary>
internal static class CreditReader
{
    private const int MostCharacters = 160;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    /// <returns><c>null</c> when something that is neither credit word, name nor office stands in the text.</returns>
    public static CreditLine? Read(string source, TextSpan span)
    {
        if (span.Length is 0 or > MostCharacters)
        {
            return null;
        }

        var tokens = CreditTokens.Read(source, span);
        var credits = new List<Credit>(tokens.Count);
        CreditRole? role = null;
        bool hasRole = false, hasOrganization = false;
        string? organization = null;
        var unassigned = 0;
        var rolesFirst = tokens.Count > 0 && tokens[0].After is '/' or ':' or '∕' or '╱' && RoleOf(tokens[0].Text) is not null;

        // 麦青 文/李真 图 has its credit words behind the names, 麦青 图/李真 before.
        var rolesLast = !rolesFirst && tokens.Count > 0 && RoleOf(tokens[^1].Text) is not null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (s_lexicon.Fillers.Contains(token.Text) || token.Text.StartsWith("发自", StringComparison.Ordinal) || token.Text.StartsWith("發自", StringComparison.Ordinal))
            {
                continue;
            }

            if (RoleOf(token.Text) is { } exact)
            {
                hasRole = true;
                var last = i == tokens.Count - 1;
                var follows = credits.Count > unassigned && (last || (token.Text.Length == 1 && rolesLast));
                if (!follows)
                {
                    // 文/图 张三: the first of the two tells.
                    var doubled = i > 0 && role == CreditRole.Author && token.Before is '/' or '、' && RoleOf(tokens[i - 1].Text) == CreditRole.Author;
                    role = doubled ? role : exact;
                    unassigned = credits.Count;
                    continue;
                }

                for (var k = unassigned; k < credits.Count; k++)
                {
                    credits[k] = credits[k] with { Role = exact };
                }

                unassigned = credits.Count;
                continue;
            }

            if (SplitRole(token.Text) is { } split)
            {
                hasRole = true;
                role = split.Role;
                unassigned = credits.Count;
                if (split.Start > 0)
                {
                    hasOrganization = true;
                    organization ??= split.Role == CreditRole.Author ? token.Text[..split.Start] : null;
                }

                if (split.End == token.Text.Length)
                {
                    continue;
                }

                var name = token.Text[split.End..];
                var suffixed = s_lexicon.RoleSuffixes.AtEnd(name);
                var length = suffixed > 1 && name.Length - suffixed > 1 ? name.Length - suffixed : name.Length;
                if (!IsName(name.AsSpan(0, length), named: true))
                {
                    return null;
                }

                credits.Add(new Credit(split.Role, Slice(source, token.Span, split.End, length)));
                continue;
            }

            var suffix = s_lexicon.RoleSuffixes.AtEnd(token.Text);
            if (suffix >= 2 && token.Before is '/' or '|' or '—' or '–' or '∕' or '╱' && credits.Count > 0)
            {
                continue;
            }

            if (token.Text.Length >= 3 && token.Text[^1] is '摄' or '攝' && IsName(token.Text.AsSpan(0, token.Text.Length - 1), named: true))
            {
                hasRole = true;
                credits.Add(new Credit(CreditRole.Photographer, Slice(source, token.Span, 0, token.Text.Length - 1)));
                unassigned = credits.Count;
                continue;
            }

            if (suffix >= 2 && IsName(token.Text.AsSpan(0, token.Text.Length - suffix), named: true))
            {
                hasRole = true;
                credits.Add(new Credit(role ?? CreditRole.Author, Slice(source, token.Span, 0, token.Text.Length - suffix)));
                continue;
            }

            if (IsName(token.Text, named: role is not null))
            {
                credits.Add(new Credit(role ?? CreditRole.Author, token.Span));
                continue;
            }

            if (token.Text.Length <= 20 && s_lexicon.OrganizationEndings.AtEnd(token.Text) > 0 && token.Text.All(Glyphs.IsHan))
            {
                hasOrganization = true;
                continue;
            }

            return null;
        }

        return credits.Count > 0 || hasRole || hasOrganization ? new CreditLine(credits, hasRole, hasOrganization, organization) : null;
    }

    /// <summary>Whether a text begins with a family name or has the dot of a transcribed name.</summary>
    public static bool HasSurname(ReadOnlySpan<char> text) =>
        text.Length >= 2 && (text.Contains('·') || s_lexicon.Surnames.Contains(text[..1]) || s_lexicon.CompoundSurnames.AtStart(text) is > 0 and var length && length < text.Length);

    /// <summary>Whether a text can be one person's name; <paramref name="named"/> when a credit word stands before it.</summary>
    public static bool IsName(ReadOnlySpan<char> text, bool named)
    {
        if (text.Length < 2 || s_lexicon.NotNames.Contains(text) || s_lexicon.NotBylines.Contains(text))
        {
            return false;
        }

        int han = 0, dots = 0, latin = 0;
        foreach (var c in text)
        {
            if (Glyphs.IsHan(c))
            {
                han++;
            }
            else if (c is '·' or '•' or '‧' or '・' or '．')
            {
                dots++;
            }
            else if (Glyphs.IsLatin(c) || c is ' ' or '.' or '-' or '\'')
            {
                latin++;
            }
            else
            {
                return false;
            }
        }

        if (latin > 0)
        {
            return named && han == 0 && latin <= 40;
        }

        if (dots > 0)
        {
            return han is >= 2 and <= 18 && Glyphs.IsHan(text[0]) && Glyphs.IsHan(text[^1]);
        }

        // Bai, Mongol and Tibetan reporters sign with four characters and more.
        return han <= (named ? 6 : 4) && (named || han < 3 || s_lexicon.OrganizationEndings.AtEnd(text) == 0);
    }

    private static CreditRole? RoleOf(string text) =>
        s_lexicon.AuthorRoles.Contains(text) ? CreditRole.Author
        : s_lexicon.CorrespondentRoles.Contains(text) ? CreditRole.Correspondent
        : s_lexicon.PhotographerRoles.Contains(text) ? CreditRole.Photographer
        : s_lexicon.EditorRoles.Contains(text) ? CreditRole.Editor
        : null;

    // 本报记者, 鹏城晚报记者张三, 特约通讯员李四: a credit word with something before or after it.
    private static (CreditRole Role, int Start, int End)? SplitRole(string text)
    {
        for (var i = 0; i < text.Length && i <= 16; i++)
        {
            var length = s_lexicon.PersonRoles.AtStart(text.AsSpan(i));
            if (length > 0 && RoleOf(text.Substring(i, length)) is { } role)
            {
                return (role, i, i + length);
            }
        }

        return null;
    }

    // A token has no blanks inside unless it is a name set apart, which is never sliced.
    private static TextSpan Slice(string source, TextSpan span, int start, int length)
    {
        var position = span.Start;
        for (var skipped = 0; skipped < start; position++)
        {
            skipped += Glyphs.IsBlank(source[position]) ? 0 : 1;
        }

        var end = position;
        for (var taken = 0; taken < length; end++)
        {
            taken += Glyphs.IsBlank(source[end]) ? 0 : 1;
        }

        return new TextSpan(position, end);
    }
}
