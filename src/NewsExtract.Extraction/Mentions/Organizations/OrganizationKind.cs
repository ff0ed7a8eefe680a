namespace NewsExtract.Extraction.Mentions.Organizations;

/// <summary>The sections of <c>Organizations.lex.txt</c>, in this order.</summary>
internal enum OrganizationKind
{
    Firm,
    Trade,
    Part,
    Organ,
    Institute,
    Media,
    Body,
}
