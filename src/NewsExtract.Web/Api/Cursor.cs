using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary>
/// Where the next part of an answer begins, as text that callers hand back unread. It holds a mark of its question, so that one is not
/// taken for another's.
/// </summary>
internal static class Cursor
{
    private const int MarkLength = 6;

    // No text of ours has it, and not every store can be asked for it.
    private static readonly byte[] s_noText = "\\u0000"u8.ToArray();

    // How much is asked for at a time is no part of the question.
    private static readonly string[] s_paging = ["after", "limit"];

    /// <returns><c>null</c> after the last part.</returns>
    public static string? Write<T>(HttpRequest request, T? place)
        where T : class
        => place is null ? null : Base64Url.EncodeToString([.. Mark(request), .. JsonSerializer.SerializeToUtf8Bytes(place)]);

    /// <returns><c>null</c> for the first part.</returns>
    /// <exception cref="ApiException">NX4002: it is broken, or another question's.</exception>
    public static T? Read<T>(HttpRequest request)
        where T : class
    {
        if (request.Query["after"] is not [{ Length: > 0 } text])
        {
            return null;
        }

        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (bytes.AsSpan().StartsWith(Mark(request)) && bytes.AsSpan().IndexOf(s_noText) < 0 && JsonSerializer.Deserialize<T>(bytes.AsSpan(MarkLength)) is { } place)
            {
                return place;
            }
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            // Told below.
        }

        throw new ApiException(StatusCodes.Status400BadRequest, "NX4002", "'after' is no cursor of this question — take 'next' of the part before, or leave it out");
    }

    private static byte[] Mark(HttpRequest request)
    {
        var conditions = request.Query.Where(static pair => !s_paging.Contains(pair.Key)).OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}={string.Join('\u001f', pair.Value.ToArray())}");
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Path}\u001e{string.Join('\u001e', conditions)}"))[..MarkLength];
    }
}
