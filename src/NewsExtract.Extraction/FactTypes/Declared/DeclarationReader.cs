using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsExtract.Extraction.FactTypes.Declared;

/// <summary>A file's fact types with their examples, and what is wrong with it; it is good for nothing unless nothing is.</summary>
internal sealed record DeclaredFile(ImmutableArray<DeclaredExtractor> Extractors, ImmutableArray<FactTypeDeclaration> Declarations, string Hash, ImmutableArray<Diagnostic> Problems);

/// <summary>Reads a file that declares fact types: one object, or an array of them.</summary>
internal static class DeclarationReader
{
    private const string NoJson = "NX1211";
    private const int VersionLength = 8;

    /// <param name="name">Stands before each problem.</param>
    public static DeclaredFile Read(byte[] bytes, string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        try
        {
            var (isArray, nullAt) = Scan(Encoding.UTF8.GetBytes(text));
            if (nullAt is { } place)
            {
                return Broken(hash, $"{name}:{place}: null says nothing here — leave the key or the item out");
            }

            var declarations = Deserialize(text, isArray, name, out var problem);
            if (problem is not null)
            {
                return Broken(hash, problem);
            }

            var checks = new DeclarationCheck(name);
            var types = checks.Compile(declarations, hash[..VersionLength]);
            return new DeclaredFile([.. types.Select(static type => new DeclaredExtractor(type))], [.. declarations], hash, checks.Problems);
        }
        catch (JsonException exception)
        {
            return Broken(hash, $"{name}:{Place(exception, isWrapped: false)}: this is no JSON — mend the mark there, or the one before it");
        }
    }

    private static DeclaredFile Broken(string hash, string message) => new([], [], hash, [new Diagnostic(NoJson, Severity.Error, message)]);

    /// <summary>Whether the text is an array, and where its first null stands, which the serializer takes for an item of any list.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    private static (bool IsArray, string? NullAt) Scan(byte[] text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        string? nullAt = null;
        do
        {
            if (reader.TokenType == JsonTokenType.Null && nullAt is null)
            {
                var before = text.AsSpan(0, (int)reader.TokenStartIndex);
                nullAt = string.Create(CultureInfo.InvariantCulture, $"{before.Count((byte)'\n') + 1}:{before.Length - before.LastIndexOf((byte)'\n')}");
            }
        }
        while (reader.Read());
        return (isArray, nullAt);
    }

    private static FactTypeDeclaration[] Deserialize(string json, bool isArray, string name, out string? problem)
    {
        problem = null;
        try
        {
            // The brackets move no line; a comment may end the last one.
            return JsonSerializer.Deserialize(isArray ? json : $"[{json}\n]", FactTypeDeclarationContext.Default.FactTypeDeclarationArray)!;
        }
        catch (JsonException exception)
        {
            var path = isArray ? exception.Path : exception.Path?.Replace("$[0]", "$", StringComparison.Ordinal);
            var what = exception.Message.Contains("could not be mapped", StringComparison.Ordinal) ? $"there is no such key at {path}"
                : exception.Message.Contains("uplicate", StringComparison.Ordinal) ? $"a key stands twice at {path}"
                : $"a value of another kind was expected at {path}";
            problem = $"{name}:{Place(exception, !isArray)}: {what} — mend it as docs/add-a-fact-type.md lists the keys";
            return [];
        }
    }

    // 12:9, both from 1
    private static string Place(JsonException exception, bool isWrapped)
    {
        var (line, column) = (exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        return string.Create(CultureInfo.InvariantCulture, $"{line + 1}:{column + (isWrapped && line == 0 ? 0 : 1)}");
    }
}
