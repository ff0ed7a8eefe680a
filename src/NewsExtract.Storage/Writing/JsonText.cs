using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsExtract.Storage.Writing;

/// <summary>Small JSON for columns: Chinese as it is.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ImmutableArray<string> texts) => JsonSerializer.Serialize(texts, s_options);
}
