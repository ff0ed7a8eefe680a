namespace NewsExtract.Chinese.Values;

internal static class UnitsOfMeasure
{
    public static UnitOfMeasure? Find(string unit) => null;
}
