namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>What the search for the left edge of a name needs to know of a word.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>A name never reaches over it.</summary>
    Stop = 1,

    /// <summary>A province, city, county or country by name.</summary>
    Place = 2,

    /// <summary>省, 市, 县, 区, 州 … that stand for a named one.</summary>
    Level = 4,

    /// <summary>A number, with or without its classifier.</summary>
    Number = 8,

    /// <summary>第三, 第十五届.</summary>
    Ordinal = 16,

    Time = 32,
    Title = 64,

    /// <summary>No name by itself: 大型, 国有, 产业.</summary>
    Generic = 128,

    /// <summary>May stand on both sides of 和 within the name of a body.</summary>
    Joined = 256,
    Punctuation = 512,

    /// <summary>和, 与, 及, 暨.</summary>
    Conjunction = 1024,

    /// <summary>A character or word that no dictionary knows, so likely part of an own name.</summary>
    Unknown = 2048,

    /// <summary>国家, 中央, 全国, 中国.</summary>
    National = 4096,

    /// <summary>全省, 全市: part of the names of campaigns and awards alone.</summary>
    Scope = 8192,

    /// <summary>A verb that names contain but do not open with: 建设, 投资.</summary>
    Lead = 16384,

    /// <summary>A verb by the dictionary, whether names contain it or not.</summary>
    Verb = 32768,

    /// <summary>A person that the context vouches for.</summary>
    Person = 65536,

    /// <summary>Its last character is no suffix: 署 in 部署.</summary>
    Plain = 131072,
}
