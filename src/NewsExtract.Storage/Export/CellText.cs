using System.Globalization;

namespace NewsExtract.Storage.Export;

/// <summary>Values where a cell holds text.</summary>
internal static class CellText
{
    /// <summary>A list's items stand one behind the other, with this between them: 、 is part of many names.</summary>
    public const string Separator = "；";

    /// <returns>Empty for <c>null</c>.</returns>
    public static string Of(ArgumentValue? value) => value switch
    {
        null => "",
        ArgumentValue.Text text => text.Value,
        ArgumentValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        ArgumentValue.List list => string.Join(Separator, list.Values),
        _ => throw new InvalidOperationException($"{value.GetType()} is no kind of argument"),
    };
}
