namespace NewsExtract.Readers;

/// <summary>The errors of readers of marked-up and packed formats; docs/diagnostics.md lists them.</summary>
internal static class ReadFailure
{
    public const string DamagedCode = "NX1402";

    public static DocumentReadException NotRead(string what, string advice) => Fail("NX1401", $"this is {what}, which is not read; {advice}");

    public static DocumentReadException Damaged(string what, string how, Exception? inner = null) =>
        Fail(DamagedCode, $"this is {what}, but {how}; get the file again or repair it in the program that made it", inner);

    public static DocumentReadException Encrypted(string what) =>
        Fail("NX1403", $"this is {what} and encrypted; open it, remove the password and save it again");

    public static DocumentReadException TooLarge(string what, string how) =>
        Fail("NX1404", $"this is {what}, but {how}; this is no bulletin, or made to do harm");

    public static DocumentReadException NoText(string what, string advice) => Fail("NX1405", $"this is {what} without any text; {advice}");

    private static DocumentReadException Fail(string code, string message, Exception? inner = null) =>
        new(new Diagnostic(code, Severity.Error, message), inner);
}
