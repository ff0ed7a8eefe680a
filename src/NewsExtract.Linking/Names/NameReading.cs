namespace NewsExtract.Linking.Names;

/// <summary>How sure a name is to say which thing is meant.</summary>
internal enum NameKind
{
    /// <summary>By itself: 山西省商务厅, 新华社.</summary>
    Full,

    /// <summary>By the place of the article: 省商务厅, 实验小学.</summary>
    Placed,

    /// <summary>By a name of its own without a place or kind, which may be short for a longer one: 晋宏新材.</summary>
    Own,

    /// <summary>Within its article only: 公司, 公安局.</summary>
    Bare,
}

/// <summary>What a name stands for.</summary>
/// <param name="Key">Equal for names of one thing; <c>null</c> for a bare one.</param>
/// <param name="FullName">The name with its place in full, in the characters of the name.</param>
/// <param name="Reason">Why it is the key's.</param>
/// <param name="Confidence">That it is.</param>
internal readonly record struct NameReading(NameKind Kind, string? Key, string FullName, string Reason, double Confidence)
{
    public static NameReading Bare(string name) => new(NameKind.Bare, null, name, LinkReasons.SameName, 0);
}
