namespace NewsExtract.Extraction.Mentions.Organizations;

/// <summary>The sections of <c>organizations.lex.txt</c>, in this order.</summary>
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
