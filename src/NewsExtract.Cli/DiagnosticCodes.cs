namespace NewsExtract.Cli;

/// <summary>The command's own codes; docs/diagnostics.md explains each.</summary>
internal static class DiagnosticCodes
{
    public const string Usage = "NX2000";
    public const string NotFound = "NX2001";
    public const string Unreadable = "NX2002";
    public const string NoTexts = "NX2003";
    public const string NoMatch = "NX2004";
    public const string NameClash = "NX2005";
    public const string CannotWrite = "NX2007";
    public const string BrokenGold = "NX2008";
    public const string BrokenLine = "NX2009";
    public const string NoPicture = "NX2010";
    public const string BrokenModel = "NX2011";

    /// <summary>NX2012 to NX2016 are NewsExtract.Onnx's.</summary>
    public const string IgnoredLabels = "NX2017";
    public const string TooFewFacts = "NX2018";

    public const string NoEntity = "NX3201";
    public const string SeveralEntities = "NX3202";
    public const string NoDecision = "NX3205";
}
