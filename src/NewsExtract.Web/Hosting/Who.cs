using Microsoft.AspNetCore.Http;

namespace NewsExtract.Web.Hosting;

/// <summary>Under whose name something is written down.</summary>
internal static class Who
{
    private const int LongestName = 100;

    /// <summary>Who is signed in by name; else what the caller says; else who runs the server.</summary>
    /// <exception cref="ApiException">NX4001: a name that is none.</exception>
    public static string Of(HttpContext context, string? said)
    {
        if (context.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } signedIn })
        {
            return signedIn;
        }

        var name = said?.Trim();
        if (string.IsNullOrEmpty(name))
        {
            return Environment.UserName;
        }

        return name.Length <= LongestName && !name.Any(char.IsControl) ? name : throw ApiException.BadValue($"by is no name — write one of at most {LongestName} characters in one line");
    }
}
