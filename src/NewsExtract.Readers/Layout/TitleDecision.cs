namespace NewsExtract.Readers.Layout;

/// <summary>What headline-like lines turned out to be.</summary>
internal enum TitleDecision
{
    /// <summary>The header of a new article.</summary>
    Opens,

    /// <summary>The header of the article that is being read.</summary>
    Header,

    /// <summary>A section heading.</summary>
    Heading,

    /// <summary>A row or signature.</summary>
    Row,

    /// <summary>A caption that cuts a paragraph.</summary>
    Caption,

    /// <summary>A part of the paragraph that broke off.</summary>
    Continues,
}
