using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NewsExtract.Web.Hosting;

/// <summary>Under whose name something is written down.</summary>
internal static class Who
{
    private const int LongestName = 100;

    /// <summary>What is written for somebody of whom nothing is known but the token, which many know.</summary>
    private const string Unnamed = "token";

    /// <summary>Who is signed in by name; else what the caller says; else, on a server that is open to its own machine alone, who runs it.</summary>
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
            return context.RequestServices.GetRequiredService<Access>().Kind == AccessKind.Open ? Environment.UserName : Unnamed;
        }

        return name.Length <= LongestName && !name.Any(char.IsControl) ? name : throw ApiException.BadValue($"by is no name — write one of at most {LongestName} characters in one line");
    }
}
